import type { Work } from '../../core/access/work.ts'
import { londonDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { isCaseworker } from '../people/roles.ts'
import { relianceOf, type Reliance } from './rules.ts'
import { readDirectorySettings } from './settings.ts'
import { suggestionWorkflow } from './suggestions/workflow.ts'

/** A place that somebody has to check. */
export type PlaceToCheck = {
  id: string
  rowVersion: number
  organisation: string
  checkedOn: CalendarDate | null
  reliance: Exclude<Reliance, 'checked'>
}

/** A suggestion that waits for an answer; the person's own waits for somebody else. */
export type SuggestionToAnswer = {
  id: string
  organisation: string
  kind: 'new-place' | 'out-of-date'
  suggestedOn: CalendarDate
  suggestedBy: string | null
  isTheirs: boolean
}

type Asking = { work: Work; limit: number }

/**
 * The listed places that are said to be out of date, were never checked, or not for as long as the charity sets: in
 * this order, for the co-ordinator and committee alone [DIR-1].
 */
export const placesToCheck = async ({ work, limit }: Asking): Promise<PlaceToCheck[]> => {
  if (!isCaseworker(work.actor)) return []
  const today = londonDate(work.now)
  const { checkMonths } = await readDirectorySettings(work)
  const rows = await work.query<{
    id: string
    rowVersion: number
    organisation: string
    checkedOn: CalendarDate | null
    doubtedOn: CalendarDate | null
  }>(
    `select id, row_version::float8 as "rowVersion", organisation, checked_on as "checkedOn", doubted_on as "doubtedOn" from directory_entries
     where status = 'listed' and (doubted_on is not null or checked_on is null or (checked_on::date + make_interval(months => $2))::date < $1::date)
     order by doubted_on is null, checked_on nulls first, lower(organisation), id limit $3`,
    [today, checkMonths, limit],
  )
  return rows.map(({ doubtedOn, ...row }) => ({
    ...row,
    reliance: relianceOf({ checkedOn: row.checkedOn, doubtedOn, today, checkMonths }) as PlaceToCheck['reliance'],
  }))
}

/** The suggestions that wait for an answer, oldest first, for the co-ordinator and committee alone [DIR-1]. */
export const suggestionsToAnswer = async ({ work, limit }: Asking): Promise<SuggestionToAnswer[]> => {
  if (!isCaseworker(work.actor)) return []
  const rows = await work.query<
    RecordData & {
      id: string
      organisation: string
      kind: SuggestionToAnswer['kind']
      createdAt: Date
      name: string | null
    }
  >(
    `select s.id, s.organisation, s.kind::text as kind, s.status::text as status, s.entry_id as entry, s.category_id as category, s.suggested_by_id as "suggestedBy", s.created_at as "createdAt", u.name
     from directory_suggestions s left join users u on u.id = s.suggested_by_id where s.status = 'open' order by s.created_at, s.id limit $1`,
    [limit],
  )
  const obstacles = await suggestionWorkflow.obstacles({ work, records: rows, action: 'decline' })
  return rows.map(({ id, organisation, kind, createdAt, name }, index) => ({
    id,
    organisation,
    kind,
    suggestedOn: londonDate(createdAt),
    suggestedBy: name,
    isTheirs: obstacles[index]?.blockers.length === 0,
  }))
}
