import { londonDate } from '../../core/clock/londonDates.ts'
import type { Work } from '../../core/access/work.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { consentAnswersOf } from '../consent/queries.ts'
import { holdersOf } from '../people/queries.ts'
import { clearanceFactsOf } from '../recruitment/queries.ts'
import type { MeetingFacts } from './rules.ts'

/** Loads everything that the gates of a meeting ask about, for the meeting as given (stored or about to be). */
export const meetingFacts = async ({ work, record }: { work: Work; record: RecordData }): Promise<MeetingFacts> => {
  const { query } = work
  const startsAt = new Date(String(record.startsAt))
  const day = Number.isNaN(startsAt.getTime()) ? londonDate(work.now) : londonDate(startsAt)
  const volunteerId = idOf(record.volunteer)
  const secondId = idOf(record.secondVolunteer)
  const [links] = await query<{ match_holds: boolean; guardian_of_child: boolean; user_id: string | null }>(
    `select
       exists (select 1 from matches m where m.id = $1::uuid and m.child_id = $2::uuid and m.volunteer_id = $3::uuid and m.status = 'active'
         and m.starts_on <= $5 and (m.ends_on is null or $5 <= m.ends_on)) as match_holds,
       exists (select 1 from guardians g join children c on c.family_id = g.family_id where g.id = $4::uuid and c.id = $2::uuid and g.contact_rule = 'usual') as guardian_of_child,
       (select user_id from volunteers where id = $3::uuid) as user_id`,
    [idOf(record.match), idOf(record.child), volunteerId, idOf(record.guardian), day],
  )
  const clearances = await clearanceFactsOf({ query, volunteerIds: [volunteerId, secondId].filter((id): id is string => id !== null) })
  return {
    kind: record.kind === 'family' ? 'family' : 'one-to-one',
    placeKind: record.placeKind as MeetingFacts['placeKind'],
    place: typeof record.place === 'string' ? record.place : '',
    startsAt,
    agreedOn: typeof record.agreedOn === 'string' && record.agreedOn ? record.agreedOn : null,
    agreedWay: (record.agreedWay as MeetingFacts['agreedWay']) ?? null,
    guardianOfChild: links?.guardian_of_child ?? false,
    matchHolds: links?.match_holds ?? false,
    volunteerUserId: links?.user_id ?? null,
    proposedBy: typeof record.proposedBy === 'string' ? record.proposedBy : null,
    volunteer: volunteerId ? clearances.get(volunteerId) : undefined,
    secondVolunteer: secondId ? clearances.get(secondId) : undefined,
    secondVolunteerIsSame: secondId !== null && secondId === volunteerId,
    answers: await consentAnswersOf({ query, childId: idOf(record.child) ?? '00000000-0000-0000-0000-000000000000' }),
    confirmers: await holdersOf({ query, designation: 'meeting-confirmer', on: londonDate(work.now) }),
  }
}

const idOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
