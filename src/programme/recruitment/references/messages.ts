import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Work } from '../../../core/access/work.ts'
import { cancelNotification } from '../../../core/notifications/cancelNotification.ts'
import { enqueueNotification } from '../../../core/notifications/enqueueNotification.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { peopleWithRole } from '../../people/queries.ts'
import { recruitmentMessages } from '../messageKinds.ts'

/** After how many days without an answer a referee is reminded. */
const REMINDED_AFTER_DAYS = [7, 14] as const

type Told = { work: Work; record: RecordData }

/**
 * Asks the referee under the link of this number, now and again after 7 and 14 days. The link is made when each message
 * is written, and a reminder of what was answered meanwhile is not written at all. What still waits for an older link
 * is not sent.
 */
export const askReferee = async ({ work, record, number }: Told & { number: number }): Promise<void> => {
  await takeBackRequest({ work, record, number: number - 1 })
  for (const days of [0, ...REMINDED_AFTER_DAYS])
    await enqueueNotification({
      query: work.query,
      now: work.now,
      notification: {
        message: recruitmentMessages['reference-requested'],
        recipient: { kind: 'subject' },
        subject: { collection: 'volunteer-references', record: String(record.id) },
        details: {
          occasion: days === 0 ? 'first' : 'reminder',
          validUntil: new Date(String(record.endsAt)).toISOString(),
        },
        dedupeKey: requestKey({ record, number, days }),
        ...(days === 0 ? {} : { dueAt: new Date(work.now.getTime() + days * DAY) }),
      },
    })
}

/** What still waits for this number is not sent any more. */
export const takeBackRequest = async ({ work, record, number }: Told & { number: number }): Promise<void> => {
  for (const days of [0, ...REMINDED_AFTER_DAYS])
    await cancelNotification({ query: work.query, dedupeKey: requestKey({ record, number, days }), now: work.now })
}

/** Tells the co-ordinators that a referee has answered, or will not. What they said is behind sign-in. */
export const tellOfReference = async ({ work, record }: Told): Promise<void> => {
  for (const id of await peopleWithRole({ query: work.query, role: 'co-ordinator', on: londonDate(work.now) }))
    await enqueueNotification({
      query: work.query,
      now: work.now,
      notification: {
        message: recruitmentMessages['reference-received'],
        recipient: { kind: 'user', id },
        subject: { collection: 'volunteer-references', record: String(record.id) },
        details: {},
        dedupeKey: `reference-received:${String(record.id)}:${String(record.rowVersion)}:${id}`,
      },
    })
}

const DAY = 24 * 60 * 60_000

const requestKey = ({ record, number, days }: { record: RecordData; number: number; days: number }): string =>
  `reference-requested:${String(record.id)}:${number}:${days}`
