import { londonDate } from '../../core/clock/londonDates.ts'
import type { Work } from '../../core/access/work.ts'
import { enqueueNotification } from '../../core/notifications/enqueueNotification.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { peopleWithRole } from '../people/queries.ts'
import type { ClearanceEnding } from './activity/endings.ts'
import { recruitmentMessages } from './messageKinds.ts'

/** Tells the co-ordinators and the committee that a volunteer wishes to pause or leave [VOL-11]. */
export const tellOfWish = async ({ work, record }: { work: Work; record: RecordData }): Promise<void> => {
  const { query, now } = work
  const on = londonDate(now)
  const own = work.actor.kind === 'person' ? work.actor.userId : null
  const office = new Set([
    ...(await peopleWithRole({ query, role: 'co-ordinator', on })),
    ...(await peopleWithRole({ query, role: 'committee', on })),
  ])
  for (const id of office)
    if (id !== own)
      await enqueueNotification({
        query,
        now,
        notification: {
          message: recruitmentMessages['volunteer-wish'],
          recipient: { kind: 'user', id },
          subject: { collection: 'pause-requests', record: String(record.id) },
          dedupeKey: `volunteer-wish:${String(record.id)}:${id}`,
        },
      })
}

/**
 * Warns the volunteer and the co-ordinators that something which clears the volunteer ends soon; each of the three
 * warnings once [VOL-6, VOL-9]. Gives how many messages were new.
 */
export const warnOfEnding = async ({
  work: { query, now },
  ending,
  withinDays,
}: {
  work: Work
  ending: ClearanceEnding
  withinDays: number
}): Promise<number> => {
  const about = `${ending.recordId}:${ending.validUntil}:${withinDays}`
  const coordinators = await peopleWithRole({ query, role: 'co-ordinator', on: londonDate(now) })
  const sent = [
    ...(ending.userId
      ? [
          await enqueueNotification({
            query,
            now,
            notification: {
              message: recruitmentMessages['clearance-ending'],
              recipient: { kind: 'user', id: ending.userId },
              subject: { collection: 'volunteers', record: ending.volunteerId },
              details: { withinDays },
              dedupeKey: `clearance-ending:${about}:${ending.userId}`,
            },
          }),
        ]
      : []),
  ]
  for (const id of coordinators)
    if (id !== ending.userId)
      sent.push(
        await enqueueNotification({
          query,
          now,
          notification: {
            message: recruitmentMessages['clearance-ending-office'],
            recipient: { kind: 'user', id },
            subject: { collection: 'volunteers', record: ending.volunteerId },
            details: { withinDays },
            dedupeKey: `clearance-ending-office:${about}:${id}`,
          },
        }),
      )
  return sent.filter((message) => message !== undefined).length
}
