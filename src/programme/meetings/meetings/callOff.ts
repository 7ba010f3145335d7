import type { Actor } from '../../../core/access/actor.ts'
import type { Work } from '../../../core/access/work.ts'
import { londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import type { EventHandler } from '../../../core/house/defineEvent.ts'
import { holdRecord, takeStep } from '../../../core/workflow/perform.ts'
import { calledOffBecause, type PairOfMeeting } from '../rules.ts'
import { meetingWorkflow } from './workflow.ts'

/**
 * A child's match changed: the meetings ahead that no match carries any more are called off, and everybody is told, in
 * the same transaction [MAT-5, CON-9]. Whoever changes a match holds the child, as does whoever proposes or confirms a
 * meeting.
 */
export const callOffForChild: EventHandler<{ childId: string }> = async ({ work, event: { childId } }) => {
  await callOff({ work, meetings: await meetingsOpen({ work, among: 'm.child_id = $2', value: childId }) })
}

/**
 * A volunteer's standing changed: of one who paused or left, the meetings ahead are called off [VOL-11]. Whoever
 * changes it holds the volunteer, as does whoever proposes or confirms a meeting.
 */
export const callOffForVolunteer: EventHandler<{ volunteerId: string }> = async ({ work, event: { volunteerId } }) => {
  await callOff({ work, meetings: await meetingsOpen({ work, among: 'm.volunteer_id = $2', value: volunteerId }) })
}

/**
 * The same for every meeting ahead: once a night, for a match whose last day has been reached or was brought forward.
 * Gives how many were called off.
 */
export const callOffForAll = async (work: Work): Promise<number> =>
  callOff({ work, meetings: await meetingsOpen({ work, among: '$2::text is null', value: null }) })

type OpenMeeting = Omit<PairOfMeeting, 'meetsOn'> & { id: string; startsAt: Date }

/** The meetings come by child, so that the children are locked by id, as everywhere. */
const meetingsOpen = ({ work, among, value }: { work: Work; among: string; value: unknown }): Promise<OpenMeeting[]> =>
  work.query<OpenMeeting>(
    `select m.id, m.starts_at as "startsAt", k.status::text as "matchStatus", k.ends_on as "matchEndsOn", v.standing::text as standing
     from meetings m join matches k on k.id = m.match_id join volunteers v on v.id = m.volunteer_id
     where ${among} and m.status in ('proposed', 'confirmed') and m.starts_at > $1 and (k.status = 'ended' or k.ends_on is not null or v.standing in ('paused', 'left')) order by m.child_id, m.id`,
    [work.now.toISOString(), value],
  )

const callOff = async ({ work, meetings }: { work: Work; meetings: readonly OpenMeeting[] }): Promise<number> => {
  let calledOff = 0
  for (const { id, startsAt, ...pair } of meetings) {
    const meetsOn: CalendarDate = londonDate(startsAt)
    const reason = calledOffBecause({ ...pair, meetsOn })
    if (reason === undefined) continue
    if (await inTransaction({ req: work.req, work: () => wasCalledOff({ work, id, reason }) })) calledOff += 1
  }
  return calledOff
}

const wasCalledOff = async ({ work, id, reason }: { work: Work; id: string; reason: string }): Promise<boolean> => {
  const held = await holdRecord({ work, workflow: meetingWorkflow, id, action: 'callOff' })
  // Somebody else may have ended it while this waited for the child.
  if (!['proposed', 'confirmed'].includes(String(held.record.status))) return false
  await takeStep({
    work: { ...work, actor: itself },
    workflow: meetingWorkflow,
    held,
    action: 'callOff',
    input: { reason },
  })
  return true
}

const itself: Actor = { kind: 'system', reason: 'the match or the volunteer is no longer there for it' }
