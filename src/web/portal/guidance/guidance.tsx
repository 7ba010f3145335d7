import { notFoundError } from '../../../core/errors/problems.ts'
import { SEARCH } from '../../../core/fields/commonTexts.ts'
import {
  guidancePage,
  publishedPages,
  valuesByHeading,
  type GuidancePage,
} from '../../../programme/guidance/queries.ts'
import { Card } from '../../design/Card.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { Tag } from '../../design/Tag.tsx'
import { RichText } from '../../richText/RichText.tsx'
import type { PortalHandler } from '../../visit/handler.ts'
import { openPage } from '../../visit/openPage.ts'
import { SearchForm } from '../SearchForm.tsx'

/** What volunteers ask, as short pages, searched by the address alone [GUI-1]. */
export const showGuidance: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, frame } = await openPage({ services, request, response })
  const asked = typeof request.query.text === 'string' ? request.query.text.trim().slice(0, SEARCH.longest) : ''
  const pages = await publishedPages({ query, actor, asked })
  response.type('html').send(renderPage(<GuidanceList frame={frame} asked={asked} pages={pages} />))
}

/** One guidance page; a draft too, for the committee and the co-ordinator, exactly as it will be read [GUI-1]. */
export const showGuidancePage: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, frame } = await openPage({ services, request, response })
  const page = await guidancePage({ query, actor, address: String(request.params.address) })
  if (!page) throw notFoundError()
  response.type('html').send(
    renderPage(
      <Page frame={frame} title={page.title} back={{ href: '/portal/guidance', text: 'Guidance' }}>
        {page.status === 'draft' ? (
          <Notice title="This is a draft.">
            <p>Volunteers see it once the committee publishes it.</p>
          </Notice>
        ) : null}
        <Heading>{page.title}</Heading>
        <RichText text={page.text} />
      </Page>,
    ),
  )
}

/** The values that belong to everything the charity does [GUI-1]. */
export const showValues: PortalHandler = async ({ services, request, response }) => {
  const { query, frame } = await openPage({ services, request, response })
  const values = await valuesByHeading({ query })
  response.type('html').send(
    renderPage(
      <Page frame={frame} title="Our values" back={{ href: '/portal/guidance', text: 'Guidance' }}>
        <Heading>Our values</Heading>
        <p>They belong to everything that we do with children, and so to each meeting of yours.</p>
        {values.length === 0 ? <EmptyState title="No values are written down yet." /> : null}
        {values.map(({ heading, names }, index) => (
          <section key={heading} className="flow" aria-labelledby={`values-${index}`}>
            <Heading level={2} id={`values-${index}`}>
              {heading}
            </Heading>
            <ul className="chips">
              {names.map((name) => (
                <li key={name}>
                  <Tag text={name} tone="information" />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Page>,
    ),
  )
}

const GuidanceList = ({ frame, asked, pages }: { frame: PageFrame; asked: string; pages: readonly GuidancePage[] }) => (
  <Page frame={frame} title="Guidance" back={{ href: '/portal' }}>
    <Heading>Guidance</Heading>
    <p>Short answers to what volunteers ask. Is yours not here? Ask your committee contact.</p>
    <SearchForm action="/portal/guidance" asked={asked} />
    <section className="flow" aria-labelledby="answers">
      <Heading level={2} id="answers">
        {asked === '' ? 'Questions and answers' : `With “${asked}”`}
      </Heading>
      {pages.map(({ id, title, address }) => (
        <Card key={id} title={title} href={`/portal/guidance/${encodeURIComponent(address)}`} level={3} />
      ))}
      {pages.length === 0 ? (
        <EmptyState title={asked === '' ? 'Nothing is published yet.' : 'No page has all of these words.'}>
          {asked === '' ? null : (
            <p>
              <a href="/portal/guidance">Show every page</a>
            </p>
          )}
        </EmptyState>
      ) : null}
      {asked === '' ? <Card title="Our values" href="/portal/guidance/values" level={3} /> : null}
    </section>
  </Page>
)
