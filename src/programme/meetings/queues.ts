import type { Work } from '../../core/access/work.ts'
import { daysAfter, londonDate, londonMoment, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import type { Refused } from '../../core/errors/refusal.ts'
import { childName } from '../people/names.ts'
import { isCaseworker, isCoordinator } from '../people/roles.ts'
import { meetingWorkflow } from './meetings/workflow.ts'

/** A proposed meeting that is still ahead, with what stands against confirming it. */
export type MeetingToConfirm = {
  id: string
  rowVersion: number
  childId: string
  childName: string
  volunteerName: string
  startsAt: Date
  minutes: number
  place: string
  reason: string | null
  isTheirs: boolean
  blockers: Refused[]
}

/** A log that nobody has marked as read. */
export type LogToRead = {
  id: string
  childId: string
  childName: string
  volunteerName: string
  heldOn: CalendarDate
  submittedAt: Date
  location: string
  runBy: string
  attendees: string
  activities: string | null
  outcomes: string | null
  comment: string | null
  /** One a line; null where none was ticked. */
  valuesLived: string | null
  meetingWasConfirmed: boolean
}

/**
 * For how many days an unread log stands on Today; older ones are in the list of logs. So the queue costs the same in
 * ten years.
 */
export const LOGS_STAND_FOR_DAYS = 56

/**
 * The meetings to confirm, soonest first, `limit` at most: for whoever may confirm them, and for the co-ordinator, who
 * clears what stands in their way [MTG-4].
 */
export const meetingsToConfirm = async ({
  work,
  limit,
}: {
  work: Work
  limit: number
}): Promise<MeetingToConfirm[]> => {
  if (!isCaseworker(work.actor)) return []
  const rows = await work.query<MeetingRow>(
    `select m.id, m.row_version::float8 as "rowVersion", m.status::text as status, m.match_id as match, m.child_id as child, m.volunteer_id as volunteer, m.second_volunteer_id as "secondVolunteer", m.guardian_id as guardian,
       m.starts_at as "startsAt", m.minutes::float8 as minutes, m.kind::text as kind, m.place_kind::text as "placeKind", m.place, a.address, m.agreed_on as "agreedOn", m.agreed_way::text as "agreedWay", m.proposed_by_id as "proposedBy", m.changed_by_id as "changedBy", m.reason,
       ${childName.spoken('c')} as "childName", v.name as "volunteerName"
     from meetings m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id left join meeting_addresses a on a.meeting_id = m.id
     where m.status = 'proposed' and m.starts_at > $1 order by m.starts_at limit $2`,
    [work.now.toISOString(), limit],
  )
  const obstacles = await meetingWorkflow.obstacles({ work, records: rows, action: 'confirm' })
  return rows
    .map(({ id, rowVersion, child, childName, volunteerName, startsAt, minutes, place, address, reason }, index) => ({
      id,
      rowVersion,
      childId: child,
      childName,
      volunteerName,
      startsAt,
      minutes,
      place: address === null ? place : `${place}, ${address}`,
      reason,
      isTheirs: obstacles[index]?.isTheirs ?? false,
      blockers: obstacles[index]?.blockers ?? [],
    }))
    .filter(({ isTheirs }) => isTheirs || isCoordinator(work.actor))
}

/**
 * The logs of the last weeks that nobody has marked as read, newest first, `limit` at most, one's own left out: for the
 * co-ordinator [LOG-7]. What was brought in from paper was read by whoever brought it in.
 */
export const logsToRead = async ({ work, limit }: { work: Work; limit: number }): Promise<LogToRead[]> => {
  const { actor, query, now } = work
  if (!isCoordinator(actor) || actor.kind !== 'person') return []
  return query<LogToRead>(
    `select l.id, l.child_id as "childId", ${childName.inFull('c')} as "childName", v.name as "volunteerName", l.held_on as "heldOn", l.submitted_at as "submittedAt", l.location, l.run_by as "runBy", l.attendees, l.activities, l.outcomes, l.comment, l.values_lived as "valuesLived",
       coalesce(l.meeting_was_confirmed, false) as "meetingWasConfirmed"
     from session_logs l join children c on c.id = l.child_id join volunteers v on v.id = l.volunteer_id
     where l.submitted_at > $1 and l.paper_digest is null and l.written_by_id is distinct from $2 and v.user_id is distinct from $2 and not exists (select from log_readings r where r.log_id = l.id)
     order by l.submitted_at desc limit $3`,
    [
      londonMoment({
        date: daysAfter({ date: londonDate(now), days: -LOGS_STAND_FOR_DAYS }),
        time: '00:00',
      }).toISOString(),
      actor.userId,
      limit,
    ],
  )
}

/** A meeting that is over and has no log. */
export type LogToChase = {
  id: string
  childId: string
  childName: string
  volunteerName: string
  /** Where to ring the volunteer; null where no number is known. */
  mobile: string | null
  startsAt: Date
}

/** How many hours after a meeting began the co-ordinator asks for its log: the volunteer is reminded until then. */
const CHASED_AFTER_HOURS = 72

/**
 * The confirmed meetings of the last weeks that are over and have no log, the oldest first, `limit` at most, one's own
 * left out: for the co-ordinator [LOG-3].
 */
export const logsToChase = async ({ work, limit }: { work: Work; limit: number }): Promise<LogToChase[]> => {
  const { actor, query, now } = work
  if (!isCoordinator(actor) || actor.kind !== 'person') return []
  return query<LogToChase>(
    `select m.id, c.id as "childId", ${childName.spoken('c')} as "childName", v.name as "volunteerName", nullif(v.mobile, '') as mobile, m.starts_at as "startsAt"
     from meetings m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id
     where m.status = 'confirmed' and m.starts_at > $1 and m.starts_at <= $2 and v.user_id is distinct from $3 and not exists (select from session_logs l where l.meeting_id = m.id)
     order by m.starts_at limit $4`,
    [
      londonMoment({
        date: daysAfter({ date: londonDate(now), days: -LOGS_STAND_FOR_DAYS }),
        time: '00:00',
      }).toISOString(),
      new Date(now.getTime() - CHASED_AFTER_HOURS * 60 * 60_000).toISOString(),
      actor.userId,
      limit,
    ],
  )
}

type MeetingRow = RecordData & {
  id: string
  rowVersion: number
  child: string
  childName: string
  volunteerName: string
  startsAt: Date
  minutes: number
  place: string
  address: string | null
  reason: string | null
}
