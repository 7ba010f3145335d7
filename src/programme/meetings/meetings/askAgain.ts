import type { Actor } from '../../../core/access/actor.ts'
import type { Work } from '../../../core/access/work.ts'
import { lockRecords } from '../../../core/database/locks.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import type { EventHandler } from '../../../core/house/defineEvent.ts'
import { holdRecord, takeStep } from '../../../core/workflow/perform.ts'
import { meetingFacts } from './facts.ts'
import { allGatesOfTheDay } from '../rules.ts'
import { meetingWorkflow } from './workflow.ts'

/**
 * A child's consent or match changed: the gates of their confirmed meetings are asked again, in the same transaction
 * [MTG-4].
 */
export const askAgainForChild: EventHandler<{ childId: string }> = async ({ work, event: { childId } }) => {
  await lockRecords({ req: work.req, targets: [{ collection: 'children', id: childId }] })
  const rows = await work.query<{ id: string }>(
    "select id from meetings where child_id = $1 and status = 'confirmed' and starts_at > $2 order by id",
    [childId, work.now.toISOString()],
  )
  await askAgain({ work, meetingIds: rows.map(({ id }) => id) })
}

/**
 * A parent or carer of a family may no longer be asked, or no longer belongs to it: the same for each of its children.
 */
export const askAgainForFamily: EventHandler<{ familyId: unknown }> = async ({ work, event }) => {
  const rows = await work.query<{ id: string }>('select id from children where family_id = $1 order by id', [
    event.familyId,
  ])
  for (const { id } of rows) await askAgainForChild({ work, event: { childId: id } })
}

/**
 * A volunteer's vetting or standing changed. Confirming locks the volunteer before anything else, and so does this: no
 * meeting can be confirmed beside it on the old facts [MTG-4].
 */
export const askAgainForVolunteer: EventHandler<{ volunteerId: string }> = async ({ work, event: { volunteerId } }) => {
  await lockRecords({ req: work.req, targets: [{ collection: 'volunteers', id: volunteerId }] })
  const rows = await work.query<{ id: string }>(
    "select id from meetings where (volunteer_id = $1 or second_volunteer_id = $1) and status = 'confirmed' and starts_at > $2 order by child_id, id",
    [volunteerId, work.now.toISOString()],
  )
  await askAgain({ work, meetingIds: rows.map(({ id }) => id) })
}

/**
 * Asks the gates of every confirmed meeting ahead again: once a night, for what lapses by the calendar or by a setting.
 * Gives how many lost their confirmation.
 */
export const askAgainForAll = async (work: Work): Promise<number> => {
  const rows = await work.query<{ id: string }>(
    "select id from meetings where status = 'confirmed' and starts_at > $1 order by child_id, id",
    [work.now.toISOString()],
  )
  return askAgain({ work, meetingIds: rows.map(({ id }) => id) })
}

/** The required documents changed: the gates of every confirmed meeting are asked again [MTG-4, POL-4]. */
export const askAgainForEverybody: EventHandler<object> = async ({ work }) => {
  await askAgainForAll(work)
}

/** The meetings come by child, so that the children are locked by id, as everywhere. */
const askAgain = async ({ work, meetingIds }: { work: Work; meetingIds: readonly string[] }): Promise<number> => {
  let unconfirmed = 0
  for (const id of meetingIds)
    if (await inTransaction({ req: work.req, work: () => wasUnconfirmed({ work, id }) })) unconfirmed += 1
  return unconfirmed
}

/** Asks the gates of one meeting again, held and read once, and tells whether it lost its confirmation. */
const wasUnconfirmed = async ({ work, id }: { work: Work; id: string }): Promise<boolean> => {
  const held = await holdRecord({ work, workflow: meetingWorkflow, id, action: 'unconfirm' })
  const { record } = held
  if (record.status !== 'confirmed') return false
  const answer = allGatesOfTheDay(await meetingFacts({ work, record }), {
    actor: work.actor,
    now: work.now,
    input: {},
  })
  if (answer.allowed) return false
  await takeStep({
    work: { ...work, actor: itself },
    workflow: meetingWorkflow,
    held,
    action: 'unconfirm',
    input: { rule: answer.rule, reason: answer.reason },
  })
  return true
}

const itself: Actor = { kind: 'system', reason: 'a gate no longer holds' }
