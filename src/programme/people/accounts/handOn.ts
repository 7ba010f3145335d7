import { asSystem } from '../../../core/access/localApi.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { EventHandler } from '../../../core/house/defineEvent.ts'
import { enqueueNotifications } from '../../../core/notifications/enqueueNotification.ts'
import { accountMessages } from '../messageKinds.ts'
import { peopleWithRole } from '../queries.ts'
import { heldAlone } from './jobs.ts'

/**
 * An account was closed: whoever was named takes on the jobs that nobody else holds, in the same transaction. Where
 * nobody was, and it went at once with a reason, all of the committee are told that these wait for somebody [ORG-1].
 */
export const handOnJobs: EventHandler<{ userId: string; successor: string | null }> = async ({
  work,
  event: { userId, successor },
}) => {
  const { query, now } = work
  const on = londonDate(now)
  const { designations, isAdministrator } = await heldAlone({ query, userId, on })
  if (successor !== null)
    for (const designation of designations)
      await asSystem(work, { reason: 'a job is handed on with the closing of an account' }).create({
        collection: 'designations',
        data: { designation, holder: successor },
      })
  const empty = [...(successor === null ? designations : []), ...(isAdministrator ? ['administrator'] : [])]
  if (empty.length === 0) return
  await recordEvent({
    work,
    event: { action: 'leave-jobs-empty', collection: 'users', recordId: userId, detail: { empty: empty.join(', ') } },
  })
  const committee = (await peopleWithRole({ query, role: 'committee', on })).filter((id) => id !== userId)
  await enqueueNotifications({
    query,
    now,
    notifications: committee.map((id) => ({
      message: accountMessages['jobs-left-empty'],
      recipient: { kind: 'user', id },
      subject: { collection: 'users', record: userId },
      dedupeKey: `jobs-left-empty:${userId}:${now.toISOString()}:${id}`,
    })),
  })
}
