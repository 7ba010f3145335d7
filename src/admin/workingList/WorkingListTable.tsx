import type { ReactElement } from 'react'
import { SEARCH } from '../../core/fields/commonTexts.ts'
import { COLUMNS, type Column } from '../../programme/workingList/columns.ts'
import {
  filterQuery,
  PAGE_SIZES,
  PHASES,
  SORTS,
  type ListFilter,
  type Phase,
} from '../../programme/workingList/filter.ts'
import type { ListRow } from '../../programme/workingList/list.ts'
import type { WorkingListPage } from './loadWorkingList.ts'
import { nextDeed } from './nextDeed.ts'

/**
 * One page of the working list: how many stand in each phase, what is asked for, the rows with the one thing to do
 * about each. Works without JavaScript.
 */
export const WorkingListTable = (list: WorkingListPage): ReactElement => {
  const { filter, rows, total, page, size } = list
  return (
    <main className="working-list" id="working-list">
      <header className="working-list__head">
        <h1>Working list</h1>
        <div className="working-list__ways">
          <a className="action action--first" href="/admin/collections/working-list-entries/create">
            Add a child
          </a>
          <a className="action" href="/working-list/import">
            Bring in a list
          </a>
          {total > 0 ? <WaysOut filter={filter} /> : null}
        </div>
      </header>
      <PhaseLinks {...list} />
      <FilterForm filter={filter} size={size} />
      {rows.length > 0 ? (
        <>
          <p className="working-list__count">{countInWords({ total, page, size, shown: rows.length })}</p>
          <table className="working-list__table" role="table">
            <caption className="visually-hidden">Working list</caption>
            <thead role="rowgroup">
              <tr role="row">
                {COLUMNS.map((column) => (
                  <HeadCell key={column.key} column={column} filter={filter} size={size} />
                ))}
                <th scope="col" role="columnheader" aria-sort={sorted(filter, 'phase')}>
                  <a href={sortAddress({ filter, size, sort: 'phase' })}>Phase</a>
                </th>
                <th scope="col" role="columnheader">
                  Next step
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </tbody>
          </table>
          <Pages {...list} />
        </>
      ) : (
        <Nobody isFiltered={filterQuery({ filter }) !== ''} />
      )}
    </main>
  )
}

const WaysOut = ({ filter }: { filter: ListFilter }) => {
  const query = filterQuery({ filter })
  const form = (name: string): string =>
    `/working-list/file?${new URLSearchParams([...new URLSearchParams(query), ['form', name]]).toString()}`
  return (
    <>
      <a className="action" href={form('xlsx')}>
        Get as a workbook
      </a>
      <a className="action" href={form('csv')}>
        Get as CSV
      </a>
      <a className="action" href={`/working-list/print${query}`}>
        Print
      </a>
    </>
  )
}

const PhaseLinks = ({ filter, phases, size }: WorkingListPage) => {
  const { phase: _phase, ...without } = filter
  const all = Object.values(phases).reduce((sum, count) => sum + count, 0)
  const shown = (Object.keys(PHASES) as Phase[]).filter((phase) => phases[phase] > 0 || phase === filter.phase)
  return (
    <nav aria-label="Phases" className="working-list__phases">
      <ul>
        <li>
          <a
            href={`/admin/working-list${filterQuery({ filter: without, size })}`}
            aria-current={filter.phase === undefined ? 'page' : undefined}
          >
            All <span>{all}</span>
          </a>
        </li>
        {shown.map((phase) => (
          <li key={phase}>
            <a
              href={`/admin/working-list${filterQuery({ filter: { ...without, phase }, size })}`}
              aria-current={filter.phase === phase ? 'page' : undefined}
            >
              {PHASES[phase]} <span>{phases[phase]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const FilterForm = ({
  filter: { phase, text, mentor, year, sort, isDescending },
  size,
}: {
  filter: ListFilter
  size: number
}) => (
  <form method="get" action="/admin/working-list" className="working-list__filter" role="search">
    {phase ? <input type="hidden" name="phase" value={phase} /> : null}
    <label>
      Words
      <input type="search" name="text" defaultValue={text} maxLength={SEARCH.longest} />
    </label>
    <label>
      Mentor
      <input type="search" name="mentor" defaultValue={mentor} maxLength={SEARCH.longest} />
    </label>
    <label>
      Year group
      <select name="year" defaultValue={year === undefined ? '' : String(year)}>
        <option value="">Any</option>
        {YEARS.map((one) => (
          <option key={one} value={one}>
            Year {one}
          </option>
        ))}
      </select>
    </label>
    <label>
      In order of
      <select name="sort" defaultValue={sort}>
        {Object.entries(SORTS).map(([name, { label }]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <label>
      Rows on a page
      <select name="size" defaultValue={String(size)}>
        {PAGE_SIZES.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
    {isDescending ? <input type="hidden" name="order" value="down" /> : null}
    <button type="submit" className="action">
      Show
    </button>
    {text || mentor || year !== undefined || phase ? <a href="/admin/working-list">Show everybody</a> : null}
  </form>
)

/** Reception and the years of school, and those after them. */
const YEARS = Array.from({ length: 13 }, (_, index) => index + 1)

const SORT_OF_COLUMN: Partial<Record<Column['key'], ListFilter['sort']>> = {
  name: 'name',
  ageGiven: 'age',
  mentorGiven: 'mentor',
}

const HeadCell = ({ column: { key, heading }, filter, size }: { column: Column; filter: ListFilter; size: number }) => {
  const sort = SORT_OF_COLUMN[key]
  return (
    <th scope="col" role="columnheader" aria-sort={sort && sorted(filter, sort)}>
      {sort ? <a href={sortAddress({ filter, size, sort })}>{heading}</a> : heading}
    </th>
  )
}

const sorted = (filter: ListFilter, sort: ListFilter['sort']): 'ascending' | 'descending' | undefined =>
  filter.sort === sort ? (filter.isDescending ? 'descending' : 'ascending') : undefined

const sortAddress = ({ filter, size, sort }: { filter: ListFilter; size: number; sort: ListFilter['sort'] }): string =>
  `/admin/working-list${filterQuery({ filter: { ...filter, sort, isDescending: filter.sort === sort && !filter.isDescending }, size })}`

const Row = ({ row }: { row: ListRow }) => {
  const deed = nextDeed(row)
  return (
    <tr role="row">
      {COLUMNS.map(({ key, heading }) =>
        key === 'name' ? (
          <th key={key} scope="row" role="rowheader">
            <a
              href={
                row.childId
                  ? `/admin/collections/children/${row.childId}`
                  : `/admin/collections/working-list-entries/${row.entryId ?? ''}`
              }
            >
              {row.shown.name}
            </a>
            <Beside row={row} column={key} />
          </th>
        ) : (
          <td key={key} role="cell" data-header={heading}>
            {row.shown[key]}
            <Beside row={row} column={key} />
          </td>
        ),
      )}
      <td role="cell" data-header="Phase">
        <span className={`phase phase--${row.phase}`}>{PHASES[row.phase]}</span>
      </td>
      <td role="cell" data-header="Next step">
        <a className="action" href={deed.href}>
          {deed.words}
          <span className="visually-hidden">: {row.shown.name}</span>
        </a>
      </td>
    </tr>
  )
}

/** The other of the two, where committee and programme say different things. */
const Beside = ({ row: { shown, words, known, facts }, column }: { row: ListRow; column: Column['key'] }) => {
  const [other, whose] = facts.includes(column)
    ? [words[column], 'The committee wrote']
    : [known[column], 'The programme’s records']
  return other !== '' && other !== shown[column] ? (
    <span className="working-list__beside">
      {whose}: {other}
    </span>
  ) : null
}

const Pages = ({ filter, page, size, total }: WorkingListPage) => {
  const last = Math.ceil(total / size)
  return last > 1 ? (
    <nav aria-label="Pages" className="working-list__pages">
      {page > 1 ? (
        <a href={`/admin/working-list${filterQuery({ filter, size, page: page - 1 })}`}>Page before</a>
      ) : null}
      <span>
        Page {page} of {last}
      </span>
      {page < last ? (
        <a href={`/admin/working-list${filterQuery({ filter, size, page: page + 1 })}`}>Next page</a>
      ) : null}
    </nav>
  ) : null
}

const Nobody = ({ isFiltered }: { isFiltered: boolean }) => (
  <section className="queue queue--empty">
    <h2>{isFiltered ? 'Nobody here' : 'Nobody is on the list yet'}</h2>
    {isFiltered ? (
      <p>
        Nobody fits what you asked for. <a href="/admin/working-list">Show everybody</a>
      </p>
    ) : (
      <p>
        <a href="/working-list/import">Bring in the list that you keep today</a>, or{' '}
        <a href="/admin/collections/working-list-entries/create">add a child</a>. A name is enough to begin with.
      </p>
    )}
  </section>
)

const countInWords = ({
  total,
  page,
  size,
  shown,
}: {
  total: number
  page: number
  size: number
  shown: number
}): string => {
  const from = (page - 1) * size + 1
  return total === shown
    ? `${total === 1 ? '1 child' : `${total} children`}`
    : `${from} to ${from + shown - 1} of ${total} children`
}
