import { SEARCH } from '../../core/fields/commonTexts.ts'
/** How far a child has come, worked out from what the programme knows and never stored [ELG-8]. */
export const PHASES = {
  'to-complete': 'To complete',
  'not-referred': 'Not yet referred',
  referred: 'Referred',
  waiting: 'Accepted, waiting',
  matched: 'Matched',
  finished: 'Finished',
  declined: 'Declined',
} as const

/** A phase's name in the software. */
export type Phase = keyof typeof PHASES

/** What the list can be ordered by. */
export const SORTS = {
  name: { label: 'Name', sql: 'lower(name)' },
  age: { label: 'Age', sql: "-replace(born_on, '-', '')::int" },
  mentor: { label: 'Mentor', sql: 'lower(coalesce(mentor, nullif("mentorGiven", \'\')))' },
  phase: {
    label: 'Phase',
    sql: "array_position(array['to-complete','not-referred','referred','waiting','matched','finished','declined'], phase)",
  },
} as const

/** Which part of the list is asked for, and in which order. */
export type ListFilter = {
  phase?: Phase
  year?: number
  mentor?: string
  text?: string
  sort: keyof typeof SORTS
  isDescending: boolean
}

/** How many rows can stand on one page. */
export const PAGE_SIZES = [25, 50, 100] as const

/** What an address asks of the list. Whatever it does not understand is left out. */
export const filterIn = (
  asked: Readonly<Record<string, unknown>>,
): { filter: ListFilter; page: number; size: number } => {
  const text = (name: string): string =>
    typeof asked[name] === 'string' ? asked[name].trim().slice(0, SEARCH.longest) : ''
  const year = /^\d{1,2}$/.test(text('year')) ? Number(text('year')) : undefined
  const size = PAGE_SIZES.find((one) => String(one) === text('size')) ?? PAGE_SIZES[0]
  return {
    filter: {
      ...(Object.hasOwn(PHASES, text('phase')) ? { phase: text('phase') as Phase } : {}),
      ...(year === undefined ? {} : { year }),
      ...(text('mentor') ? { mentor: text('mentor') } : {}),
      ...(text('text') ? { text: text('text') } : {}),
      sort: Object.hasOwn(SORTS, text('sort')) ? (text('sort') as keyof typeof SORTS) : 'name',
      isDescending: text('order') === 'down',
    },
    page: Math.max(1, Math.min(10_000, Math.trunc(Number(text('page'))) || 1)),
    size,
  }
}

/** The same as the query of an address, with some of it otherwise. Leaves out what goes without saying. */
export const filterQuery = ({
  filter: { phase, year, mentor, text, sort, isDescending },
  page = 1,
  size = PAGE_SIZES[0],
}: {
  filter: ListFilter
  page?: number
  size?: number
}): string => {
  const query = new URLSearchParams()
  if (phase) query.set('phase', phase)
  if (year !== undefined) query.set('year', String(year))
  if (mentor) query.set('mentor', mentor)
  if (text) query.set('text', text)
  if (sort !== 'name') query.set('sort', sort)
  if (isDescending) query.set('order', 'down')
  if (size !== PAGE_SIZES[0]) query.set('size', String(size))
  if (page > 1) query.set('page', String(page))
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}

/** The filter in words, for the head of a print and for the audit. */
export const filterInWords = ({ phase, year, mentor, text }: ListFilter): string =>
  [
    phase && PHASES[phase],
    year !== undefined && `year ${year}`,
    mentor && `mentor “${mentor}”`,
    text && `with “${text}”`,
  ]
    .filter(Boolean)
    .join(', ') || 'The whole list'
