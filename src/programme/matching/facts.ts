import type { Work } from '../../core/access/work.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { consentAnswersOfChildren } from '../consent/queries.ts'
import type { ConsentAnswer } from '../consent/rules.ts'
import { clearanceFactsOf } from '../recruitment/queries.ts'
import type { ClearanceFacts } from '../recruitment/rules.ts'
import { readinessOfMany, type Readiness } from './readiness.ts'

/** Everything that the gates of a match ask about, loaded once. */
export type MatchFacts = {
  childId: string
  volunteerId: string
  volunteerUserId: string | null
  startsOn: CalendarDate
  /** Whether the committee has chosen this volunteer for the child. */
  chosen: boolean
  clearance: ClearanceFacts | undefined
  answers: readonly ConsentAnswer[]
  otherVolunteerActive: boolean
  readiness: Readiness
}

/** Loads the facts of one match, as given (stored or about to be). */
export const matchFacts = async ({ work, record }: { work: Work; record: RecordData }): Promise<MatchFacts> => {
  const [facts] = await matchFactsOfMany({ work, records: [record] })
  if (!facts) throw new Error('One match has one set of facts.')
  return facts
}

/** The same for several matches at once, in their order. */
export const matchFactsOfMany = async ({ work, records }: { work: Work; records: readonly RecordData[] }): Promise<MatchFacts[]> => {
  const { query } = work
  const childIds = records.map(({ child }) => idOf(child))
  const volunteerIds = records.map(({ volunteer }) => idOf(volunteer))
  const links = await query<{ user_id: string | null; other_active: boolean }>(LINKS, [childIds, volunteerIds, records.map(({ id }) => id ?? null)])
  const clearances = await clearanceFactsOf({ query, volunteerIds: known(volunteerIds) })
  const answers = await consentAnswersOfChildren({ query, childIds: known(childIds) })
  const readiness = await readinessOfMany({ work, records })
  return records.flatMap((record, index) => {
    const ready = readiness[index]
    if (!ready) return []
    const childId = childIds[index] ?? ''
    const volunteerId = volunteerIds[index] ?? ''
    return {
      childId,
      volunteerId,
      volunteerUserId: links[index]?.user_id ?? null,
      startsOn: String(record.startsOn),
      chosen: Boolean(record.chosenBy),
      clearance: clearances.get(volunteerId),
      answers: answers.get(childId) ?? [],
      otherVolunteerActive: links[index]?.other_active ?? false,
      readiness: ready,
    }
  })
}

const LINKS = `
  select (select user_id from volunteers where id = r.volunteer_id) as user_id,
    exists (select from matches m where m.child_id = r.child_id and m.status = 'active' and m.id is distinct from r.match_id) as other_active
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as r(child_id, volunteer_id, match_id, place)
  order by r.place`

const known = (ids: ReadonlyArray<string | null>): string[] => [...new Set(ids.filter((id): id is string => id !== null))]

const idOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
