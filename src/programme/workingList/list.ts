import type { Work } from '../../core/access/work.ts'
import { daysAfter, londonDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { soughtPatterns } from '../../core/search/sought.ts'
import { schoolYear, schoolYearName, type YearOverride } from '../people/children/schoolYear.ts'
import { isCaseworker } from '../people/roles.ts'
import { standsOn } from '../matching/matched.ts'
import { reasonWords } from '../referrals/reasons.ts'
import { yearsOld } from '../people/age.ts'
import type { ColumnKey, Words } from './columns.ts'
import { PHASES, SORTS, type ListFilter, type Phase } from './filter.ts'

/** One row of the working list: the words to show in each column, the committee's own, and what the programme knows. */
export type ListRow = {
  key: string
  entryId: string | null
  childId: string | null
  referralId: string | null
  matchId: string | null
  phase: Phase
  /** One text a column: what the list says on screen, in files and in print. */
  shown: Words
  /** The committee's own words. */
  words: Words
  /** What the programme knows; blank where it knows nothing. */
  known: Words
  /** The columns in which the programme's own knowledge stands. */
  facts: readonly ColumnKey[]
  rowDigest: string | null
  /** What the child is called, and the date of birth, where the child has a record. */
  knownAs: string | null
  bornOn: CalendarDate | null
}

/** A page of the list, how many rows match in all, and how many stand in each phase. */
export type ListPage = { rows: ListRow[]; total: number; phases: Readonly<Record<Phase, number>> }

/**
 * The part of the working list that a filter asks for; nothing for those who may not see it [ELG-6]. Reads are recorded
 * by whoever shows it.
 */
export const workingList = async ({
  work,
  filter,
  limit,
  offset = 0,
}: {
  work: Work
  filter: ListFilter
  limit: number
  offset?: number
}): Promise<ListPage> => {
  if (!isCaseworker(work.actor)) return { rows: [], total: 0, phases: emptyPhases }
  const on = londonDate(work.now)
  const { born, year } = yearRange({ year: filter.year, on })
  const [page] = await work.query<{ rows: StoredRow[]; total: number; phases: Record<Phase, number> }>(
    `with ${list({ mentor: '$5', text: '$6', on: '$9' })},
       fitting as (
         select * from list where ($2::text is null or (held_in_year is null and born_on between $2 and $3)
            or (held_in_year + ${YEAR_BEGUN('$9::date')} - ${YEAR_BEGUN('held_in_year_on::date')} = $4::text::float8) or (born_on is null and $4 = any(string_to_array(years_given, ' '))))),
       asked as (select * from fitting where $1::text is null or phase = $1)
     select coalesce((select json_agg(page) from (select * from asked order by ${SORTS[filter.sort].sql}${filter.isDescending ? ' desc' : ''} nulls last, name, key limit $7 offset $8) page), '[]') as rows,
       (select count(*)::float8 from asked) as total,
       (select coalesce(json_object_agg(phase, count), '{}') from (select phase, count(*) from fitting group by phase) counted) as phases`,
    [
      filter.phase ?? null,
      born?.from ?? null,
      born?.until ?? null,
      year,
      soughtPatterns(filter.mentor),
      soughtPatterns(filter.text),
      limit,
      offset,
      on,
    ],
  )
  const rows = page?.rows ?? []
  const goals = await goalsOf({ query: work.query, childIds: rows.flatMap(({ childId }) => childId ?? []) })
  return {
    rows: rows.map((row) => asShown({ row, goals: goals.get(row.childId ?? '') ?? '', on })),
    total: page?.total ?? 0,
    phases: { ...emptyPhases, ...page?.phases },
  }
}

/** In which phase each of these children stands, in words; for the search over everything. */
export const phasesOf = async ({
  work,
  ids,
}: {
  work: Work
  ids: readonly string[]
}): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.query<{ childId: string; phase: Phase }>(
    `with ${list({ mentor: '$1', text: '$2', on: '$3' })} select "childId", phase from list where "childId" = any($4::uuid[])`,
    [null, null, londonDate(work.now), ids],
  )
  return new Map(rows.map(({ childId, phase }) => [childId, PHASES[phase]]))
}

/** In SQL: the calendar year in which the school year of a date began, on 1 September. */
const YEAR_BEGUN = (date: string): string =>
  `(extract(year from ${date}) - case when extract(month from ${date}) < 9 then 1 else 0 end)`

const emptyPhases: Record<Phase, number> = {
  'to-complete': 0,
  'not-referred': 0,
  referred: 0,
  waiting: 0,
  matched: 0,
  finished: 0,
  declined: 0,
}

/**
 * Every child and every row that is not yet linked to one, with the phase that follows from referral, match and
 * membership [ELG-8]. A child without a record or a birth date has still to be completed; without
 * a membership they can be referred, and not accepted yet [ELG-1]. Referral and match are looked up child by child, by their index: joined as lists of their own they take seconds
 * wherever PostgreSQL has not counted the tables yet. `mentor` and `text` are the parameters that hold what is sought of the mentor and of everything, `on` the one of today.
 */
const list = ({ mentor, text, on }: { mentor: string; text: string; on: string }): string => `
  list as (
    select coalesce(c.id, e.id) as key, e.id as "entryId", c.id as "childId", r.id as "referralId", h.id as "matchId", coalesce(c.name, e.name) as name, e.name as "nameGiven", c.born_on, c.known_as as "knownAs", c.held_in_year::float8 as held_in_year, c.held_in_year_on, e.years_given,
      e.age_given as "ageGiven", e.reason, e.mentor_given as "mentorGiven", e.goals, e.comment, e.row_digest as "rowDigest", r.main_reason as "mainReason", case when h.stands then h.mentor end as mentor,
      case
        when h.stands then 'matched'
        when r.status in ('received', 'more-asked') then 'referred'
        when r.status = 'accepted' then case when h.status = 'ended' and r.received_on <= coalesce(h.ends_on, r.received_on) then 'finished' else 'waiting' end
        when r.status = 'declined' then 'declined'
        when r.status = 'finished' then 'finished'
        when h.status = 'ended' then 'finished'
        when c.born_on is null then 'to-complete'
        else 'not-referred'
      end as phase
    from (select * from children where merged_into_id is null) c
      full join (select * from working_list_entries where status = 'listed') e on e.child_id = c.id
      left join lateral (select id, status::text as status, main_reason::text as main_reason, received_on from referrals where child_id = c.id order by received_on desc, created_at desc limit 1) r on true
      left join lateral (select m.id, m.status::text as status, m.ends_on, ${standsOn({ match: 'm', on: on })} as stands, v.name as mentor, v.found_by as mentor_found from matches m join volunteers v on v.id = m.volunteer_id where m.child_id = c.id
        order by m.status = 'active' desc, m.status = 'proposed' desc, m.starts_on desc limit 1) h on true
    where (${text}::text[] is null or coalesce(c.found_by, '') || ' ' || coalesce(e.found_by, '') like all (${text}))
      and (${mentor}::text[] is null or case when h.stands then h.mentor_found like all (${mentor}) else e.mentor_found_by like all (${mentor}) end))`

type StoredRow = {
  key: string
  entryId: string | null
  childId: string | null
  referralId: string | null
  matchId: string | null
  name: string
  nameGiven: string | null
  born_on: CalendarDate | null
  knownAs: string | null
  /** The school year in which the child is held, and the day on which that was so [STG-3]. */
  held_in_year: number | null
  held_in_year_on: CalendarDate | null
  ageGiven: string | null
  reason: string | null
  mentorGiven: string | null
  goals: string | null
  comment: string | null
  rowDigest: string | null
  mainReason: string | null
  mentor: string | null
  phase: Phase
}

const goalsOf = async ({
  query,
  childIds,
}: {
  query: Query
  childIds: readonly string[]
}): Promise<Map<string, string>> => {
  const rows =
    childIds.length === 0
      ? []
      : await query<{ child: string; titles: string }>(
          "select child_id as child, string_agg(title, '; ' order by created_at, id) as titles from goals where child_id = any($1::uuid[]) group by child_id",
          [childIds],
        )
  return new Map(rows.map(({ child, titles }) => [child, titles]))
}

/**
 * What the programme knows for a fact comes before the committee's words in name, age and mentor; in the other columns
 * the words come first.
 */
const asShown = ({ row, goals, on }: { row: StoredRow; goals: string; on: CalendarDate }): ListRow => {
  const words: Words = {
    name: row.nameGiven ?? '',
    ageGiven: row.ageGiven ?? '',
    reason: row.reason ?? '',
    mentorGiven: row.mentorGiven ?? '',
    goals: row.goals ?? '',
    comment: row.comment ?? '',
  }
  const reason = row.mainReason ? reasonWords(row.mainReason) : undefined
  const known: Words = {
    name: row.childId ? row.name : '',
    ageGiven: row.born_on ? ageAndYear({ bornOn: row.born_on, override: overrideOf(row), on }) : '',
    reason: reason ?? '',
    mentorGiven: row.mentor ?? '',
    goals,
    comment: '',
  }
  const facts = (['name', 'ageGiven', 'mentorGiven'] as const).filter((key) => known[key] !== '')
  return {
    key: row.key,
    entryId: row.entryId,
    childId: row.childId,
    referralId: row.referralId,
    matchId: row.matchId,
    phase: row.phase,
    shown: {
      name: known.name || words.name,
      ageGiven: known.ageGiven || words.ageGiven,
      reason: words.reason || known.reason,
      mentorGiven: known.mentorGiven || words.mentorGiven,
      goals: words.goals || known.goals,
      comment: words.comment,
    },
    words,
    known,
    facts,
    rowDigest: row.rowDigest,
    knownAs: row.knownAs,
    bornOn: row.born_on,
  }
}

/** "12, Year 7". */
const ageAndYear = ({
  bornOn,
  override,
  on,
}: {
  bornOn: CalendarDate
  override: YearOverride | null
  on: CalendarDate
}): string => {
  return `${yearsOld({ bornOn, on })}, ${schoolYearName(schoolYear({ bornOn, override, on }))}`
}

const overrideOf = ({ held_in_year: year, held_in_year_on: on }: StoredRow): YearOverride | null =>
  year === null || on === null ? null : { year, on }

/** The birth dates of those who are in a school year on a date: one year from 1 September. */
const yearRange = ({
  year,
  on,
}: {
  year: number | undefined
  on: CalendarDate
}): { born: { from: CalendarDate; until: CalendarDate } | undefined; year: string | null } => {
  if (year === undefined) return { born: undefined, year: null }
  const began = (schoolYear({ bornOn: `${on.slice(0, 4)}-09-01`, on }) ?? 0) + Number(on.slice(0, 4)) - year
  const from = `${began}-09-01`
  return { born: { from, until: daysAfter({ date: `${began + 1}-09-01`, days: -1 }) }, year: String(year) }
}
