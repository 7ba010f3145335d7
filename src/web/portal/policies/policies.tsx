import { londonDate, speakDate } from '../../../core/clock/londonDates.ts'
import { ownVolunteerIdOf } from '../../../programme/people/roles.ts'
import {
  kindsFound,
  ownAcceptances,
  personalDocuments,
  type OwnAcceptance,
  type PersonalDocument,
} from '../../../programme/policies/queries.ts'
import { adoptedInWords } from '../../../programme/policies/spokenDays.ts'
import { SEARCH } from '../../../core/fields/commonTexts.ts'
import { Card } from '../../design/Card.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { TaskList } from '../../design/TaskList.tsx'
import { openPage } from '../../visit/openPage.ts'
import { policyAddress, readingOf, readingTag } from './policyWords.ts'
import type { PortalHandler } from '../../visit/handler.ts'
import { SearchForm } from '../SearchForm.tsx'

/** The programme's documents: for a volunteer with what is to be accepted by when, for others to read [POL-4]. */
export const showPolicies: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const asked = typeof request.query.text === 'string' ? request.query.text.trim().slice(0, SEARCH.longest) : ''
  const [documents, acceptances, found] = await Promise.all([
    personalDocuments({ query, userId: actor.userId }),
    ownAcceptances({ query, userId: actor.userId }),
    asked === '' ? undefined : kindsFound({ query, asked }),
  ])
  response
    .type('html')
    .send(
      renderPage(
        <PoliciesPage
          frame={frame}
          documents={documents}
          acceptances={acceptances}
          asked={asked}
          found={found}
          today={londonDate(now)}
          isVolunteer={ownVolunteerIdOf(actor) !== undefined}
        />,
      ),
    )
}

type PoliciesProps = {
  frame: PageFrame
  documents: PersonalDocument[]
  acceptances: OwnAcceptance[]
  asked: string
  /** The kinds that hold what is asked for; undefined where nothing is. */
  found: Set<string> | undefined
  today: string
  isVolunteer: boolean
}

const PoliciesPage = ({ frame, documents, acceptances, asked, found, today, isVolunteer }: PoliciesProps) => {
  const rows = documents.flatMap((document) => {
    const reading = readingOf({ document, on: today, isVolunteer })
    return reading ? [{ document, reading }] : []
  })
  const open = rows.filter(({ reading: { asked } }) => asked && asked.state !== 'accepted')
  const others = rows.filter((row) => !open.includes(row))
  const tasks = (list: typeof rows) =>
    list.map(({ document: { kind, title }, reading }) => ({
      title,
      href: policyAddress({ kind }),
      hint: `Version ${reading.current.number}, adopted ${adoptedInWords(reading.current)}`,
      status: readingTag(reading),
    }))
  return (
    <Page frame={frame} title="Policies" back={{ href: '/portal' }} scripts={[frame.links.keepForReading]}>
      <Heading>Policies</Heading>
      {rows.length === 0 ? null : <p>These are the rules that we all keep to.</p>}
      {rows.length === 0 ? (
        <EmptyState title="No policies have been adopted yet.">
          They appear here as soon as the committee adopts them.
        </EmptyState>
      ) : null}
      {rows.length > 0 ? <SearchForm action="/portal/policies" asked={asked} /> : null}
      {found ? (
        <>
          <Heading level={2}>With “{asked}”</Heading>
          {rows.some(({ document }) => found.has(document.kind)) ? (
            <TaskList
              label={`Policies with “${asked}”`}
              tasks={tasks(rows.filter(({ document }) => found.has(document.kind)))}
            />
          ) : (
            <EmptyState title="No policy has all of these words.">
              <p>
                <a href="/portal/policies">Show every policy</a>
              </p>
            </EmptyState>
          )}
        </>
      ) : null}
      {open.length > 0 ? (
        <>
          <Heading level={2}>To read and accept</Heading>
          <TaskList label="To read and accept" tasks={tasks(open)} />
        </>
      ) : null}
      {others.length > 0 && !found ? (
        <>
          {open.length > 0 ? (
            <Heading level={2}>All others</Heading>
          ) : (
            <p>
              {isVolunteer
                ? 'You have accepted everything that you need to.'
                : 'You can read each of them here, as it was adopted.'}
            </p>
          )}
          <TaskList label="Policies" tasks={tasks(others)} />
        </>
      ) : null}
      {acceptances.length > 0 ? (
        <>
          <Heading level={2}>What you have accepted</Heading>
          {acceptances.map(({ kind, title, number, typedName, acceptedAt }) => (
            <Card
              key={`${kind}${number}`}
              title={`${title}, version ${number}`}
              href={policyAddress({ kind, number })}
              level={3}
            >
              <p>
                Accepted on {speakDate(londonDate(acceptedAt))}, signed “{typedName}”
              </p>
            </Card>
          ))}
        </>
      ) : null}
    </Page>
  )
}
