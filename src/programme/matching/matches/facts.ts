import type { Work } from '../../../core/access/work.ts'
import { londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import { rowAt } from '../../../core/database/query.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { consentAnswersOfChildren } from '../../consent/queries.ts'
import type { ConsentAnswer } from '../../consent/rules.ts'
import { seatsOn, type Seats } from '../../people/children/seats.ts'
import { capacityOf, clearanceFactsOf, trainingFactsOf } from '../../recruitment/queries.ts'
import type { ClearanceFacts } from '../../recruitment/rules.ts'
import type { TrainingFact } from '../../recruitment/training/rules.ts'
import { behindMatch, type Behind } from './behind.ts'
import { readinessOfMany } from './readiness.ts'
import { type Readiness } from './readinessRules.ts'

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
  /** What is stored of whether the school was told, before a save. */
  schoolBefore: string | null
  trainings: readonly TrainingFact[]
  /** How many children the volunteer has beside this one, and how many they may have [VOL-5]. */
  childrenBeside: number
  capacity: number
  readiness: Readiness
  /** Who stands behind it so far, and who could decide [ORG-1]. */
  behind: Behind
  seats: Seats
}

/** Loads the facts of one match, as given (stored or about to be). */
export const matchFacts = async ({ work, record }: { work: Work; record: RecordData }): Promise<MatchFacts> => {
  const [facts] = await matchFactsOfMany({ work, records: [record] })
  if (!facts) throw new Error('One match has one set of facts.')
  return facts
}

/** The same for several matches at once, in their order. */
export const matchFactsOfMany = async ({
  work,
  records,
}: {
  work: Work
  records: readonly RecordData[]
}): Promise<MatchFacts[]> => {
  const { query } = work
  const childIds = records.map(({ child }) => idOf(child))
  const volunteerIds = records.map(({ volunteer }) => idOf(volunteer))
  const links = await query<
    Pick<MatchFacts, 'volunteerUserId' | 'otherVolunteerActive' | 'childrenBeside' | 'schoolBefore'>
  >(LINKS, [childIds, volunteerIds, records.map(({ id }) => id ?? null)])
  const clearances = await clearanceFactsOf({ query, volunteerIds: known(volunteerIds) })
  const answers = await consentAnswersOfChildren({ query, childIds: known(childIds) })
  const trainings = await trainingFactsOf({ query, volunteerIds: known(volunteerIds) })
  const capacities = await capacityOf({ query, volunteerIds: known(volunteerIds) })
  const readiness = await readinessOfMany({ work, records })
  const seats = await seatsOn({ query, on: londonDate(work.now) })
  return records.map((record, place) => {
    const childId = childIds[place] ?? ''
    const volunteerId = volunteerIds[place] ?? ''
    return {
      ...rowAt({ rows: links, place }),
      childId,
      volunteerId,
      startsOn: String(record.startsOn),
      chosen: Boolean(record.chosenBy),
      clearance: withOwnRhythm({ clearance: clearances.get(volunteerId), record }),
      answers: answers.get(childId) ?? [],
      trainings: trainings.get(volunteerId) ?? [],
      capacity: capacities.get(volunteerId) ?? 0,
      readiness: rowAt({ rows: readiness, place }),
      behind: behindMatch(record),
      seats,
    }
  })
}

const LINKS = `
  select (select user_id from volunteers where id = r.volunteer_id) as "volunteerUserId",
    exists (select from matches m where m.child_id = r.child_id and m.status = 'active' and m.id is distinct from r.match_id) as "otherVolunteerActive",
    (select m.school::text from matches m where m.id = r.match_id) as "schoolBefore",
    (select count(*)::float8 from matches m where m.volunteer_id = r.volunteer_id and m.status = 'active' and m.id is distinct from r.match_id) as "childrenBeside"
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as r(child_id, volunteer_id, match_id, place)
  order by r.place`

/** The level of the volunteer's check follows from this match as well, from the day on which it starts [VOL-6]. */
const withOwnRhythm = ({
  clearance,
  record,
}: {
  clearance: ClearanceFacts | undefined
  record: RecordData
}): ClearanceFacts | undefined =>
  clearance && {
    ...clearance,
    matches: [...clearance.matches, { frequency: String(record.frequency), from: '', until: null }],
  }

const known = (ids: ReadonlyArray<string | null>): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
]

const idOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
