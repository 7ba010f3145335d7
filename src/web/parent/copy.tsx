import type { ReactElement } from 'react'
import { londonDate } from '../../core/clock/londonDates.ts'
import { notFoundError } from '../../core/errors/problems.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import { consentCopiesOf } from '../../programme/consent/copies/copies.ts'
import type { ConsentCopy } from '../../programme/consent/copies/copyFacts.ts'
import { makeCopyFile } from '../../programme/consent/copies/copyFiles.ts'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Details } from '../design/Details.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { noteReading, type OpenedLink, type ParentHandler } from './openedLink.ts'

/** The copy of what was answered, to keep: the newest first, older ones below it [CON-7]. */
export const showCopies: ParentHandler = async ({ services, response, link }) => {
  if (link.visit.status === 'open') return response.redirect(303, '/consent')
  const copies = await consentCopiesOf({ query: link.query, requestId: link.visit.requestId })
  await noteReading({ services, link })
  response.type('html').send(renderPage(<CopiesPage link={link} copies={copies} />))
}

/**
 * One copy as a file, made from its rows: the same bytes each time. Copies are counted from the oldest on, so that an
 * address stays what it is.
 */
export const giveCopy =
  ({ perLink }: { perLink: Limiter }): ParentHandler =>
  async ({ services, request, response, link }) => {
    const copies = await consentCopiesOf({ query: link.query, requestId: link.visit.requestId })
    const number = Number(request.params.number)
    const copy = copies[copies.length - number]
    if (!copy) throw notFoundError()
    const tried = await perLink.take({ key: link.visit.requestId })
    if (!tried.allowed) throw tooManyTries(tried)
    await noteReading({ services, link })
    const { bytes } = await makeCopyFile({ query: link.query, copy })
    response.attachment(`mentoring-answers-${number}.pdf`).type('pdf').send(bytes)
  }

const CopiesPage = ({
  link: { frame, settings, visit, words },
  copies,
}: {
  link: OpenedLink
  copies: readonly ConsentCopy[]
}): ReactElement => {
  const [newest, ...older] = copies
  const { say } = words
  const lineOf = ({ action, facts: { at } }: ConsentCopy): string =>
    say(`copied.${action}`, { date: words.date(londonDate(new Date(at))), time: words.time(new Date(at)) })
  const title = visit.themselves ? say('copy.title-own') : say('copy.title', { child: visit.childName })
  return (
    <Page frame={frame} title={title} back={{ href: '/consent' }}>
      <Heading>{title}</Heading>
      {newest === undefined ? (
        <p>{say('copy.none')}</p>
      ) : (
        <>
          <p>{lineOf(newest)}</p>
          <p>{say('copy.what')}</p>
          <p>
            <ButtonLink href={`/consent/copy/${copies.length}`}>{say('copy.get')}</ButtonLink>
          </p>
          {newest.digest === null ? null : (
            <Details summary={say('copy.number')}>
              <p>{say('copy.number-what')}</p>
              <p>{newest.digest}</p>
              <p>
                <a href="/verify">{say('copy.verify')}</a>
              </p>
            </Details>
          )}
          {older.length === 0 ? null : <Heading level={2}>{say('copy.older')}</Heading>}
          <ul>
            {older.map((copy, index) => (
              <li key={copy.id}>
                <a href={`/consent/copy/${copies.length - 1 - index}`}>{lineOf(copy)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <HowToReachUs settings={settings} callHref="/consent/call" />
    </Page>
  )
}
