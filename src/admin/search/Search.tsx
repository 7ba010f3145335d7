import type { AdminViewServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { searchEverywhere, type FoundKind } from '../../core/search/everywhere.ts'
import { areas } from '../../programme/house.ts'
import { PanelView } from '../brand/PanelView.tsx'
import { PanelLink } from '../menu/PanelLink.tsx'
import { askedIn } from './searchEndpoint.ts'

/** Everything that was found for what somebody asked, kind by kind, each with how it stands. */
export const Search = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const asked = askedIn(searchParams?.q)
  const kinds = await searchEverywhere({
    work: workOf(initPageResult.req),
    kinds: areas.flatMap(({ searched = [] }) => searched),
    asked,
    most: ROWS_ON_PAGE,
  })
  return (
    <PanelView initPageResult={initPageResult} params={params} searchParams={searchParams}>
      <main className="panel-page found">
        <h1>{asked === '' ? 'Find anything' : `Found for “${asked}”`}</h1>
        {kinds.length === 0 ? <NothingFound asked={asked} /> : null}
        {kinds.map((kind) => (
          <Kind key={kind.collection} kind={kind} asked={asked} />
        ))}
      </main>
    </PanelView>
  )
}

const ROWS_ON_PAGE = 10

const NothingFound = ({ asked }: { asked: string }) => (
  <div className="found__nothing">
    {asked.length > 1 ? <p>Nothing that you may see fits.</p> : null}
    <p>You can look for:</p>
    <ul>
      <li>a name, or a part of one, in any order and without accents;</li>
      <li>a date of birth or the day of a meeting, such as 3/7/2013 or 3 July 2013;</li>
      <li>a telephone number, with or without blanks;</li>
      <li>an email address, a place, a word of a policy.</li>
    </ul>
  </div>
)

const Kind = ({ kind: { collection, called, records, mayHaveMore }, asked }: { kind: FoundKind; asked: string }) => (
  <section aria-labelledby={`found-${collection}`}>
    <h2 id={`found-${collection}`}>{called}</h2>
    <ul className="found__rows">
      {records.map(({ id, href, title, about, state }) => (
        <li key={id}>
          <PanelLink href={href}>{title}</PanelLink>
          {about ? <span className="found__about">{about}</span> : null}
          {state ? <span className="state-chip">{state}</span> : null}
        </li>
      ))}
    </ul>
    {mayHaveMore ? (
      <p>
        <PanelLink href={`/admin/collections/${collection}?${new URLSearchParams({ search: asked }).toString()}`}>
          Look through the whole list<span className="visually-hidden">: {called}</span>
        </PanelLink>
      </p>
    ) : null}
  </section>
)
