import { londonDate } from '../../core/clock/londonDates.ts'
import type { Work } from '../../core/access/work.ts'
import { cancelNotification } from '../../core/notifications/cancelNotification.ts'
import { enqueueNotification, enqueueNotifications } from '../../core/notifications/enqueueNotification.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { peopleWithRole } from '../people/queries.ts'

type Told = { work: Work; record: RecordData }

/** Asks the parent or carer by email, under the link of this number; the link is made when the message is written. One that still waits for an older link is not sent [CON-1]. */
export const sendConsentRequest = async ({ work, record, number }: Told & { number: number }): Promise<void> => {
  await cancelNotification({ query: work.query, dedupeKey: requestKey({ record, number: number - 1 }), now: work.now })
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      template: 'consent-requested',
      recipient: { kind: 'guardian', id: String(record.guardian) },
      subject: aboutRequest(record),
      details: { occasion: 'first', validUntil: new Date(String(record.endsAt)).toISOString() },
      dedupeKey: requestKey({ record, number }),
    },
  })
}

/** A request that was taken back is not sent any more, where it still waits. */
export const takeBackRequest = async ({ work, record, number }: Told & { number: number }): Promise<void> => {
  await cancelNotification({ query: work.query, dedupeKey: requestKey({ record, number }), now: work.now })
}

/** Sends the parent the link under which their answers stand [CON-7]. */
export const sendCopy = ({ work, record }: Told): Promise<void> => tellParent({ work, record, template: 'consent-copy' })

/** Sends the parent what they answered, and tells the co-ordinators that there is an answer [CON-1, CON-7]. */
export const tellOfAnswers = async ({ work, record }: Told): Promise<void> => {
  await tellParent({ work, record, template: 'consent-copy' })
  await tellCoordinators({ work, record, template: 'consent-answered' })
}

/** Confirms to the parent that their no counts, and tells the co-ordinators at once [CON-4]. */
export const tellOfWithdrawal = async ({ work, record }: Told): Promise<void> => {
  await tellParent({ work, record, template: 'consent-withdrawn-parent' })
  await tellCoordinators({ work, record, template: 'consent-withdrawn' })
}

const aboutRequest = (record: RecordData) => ({ collection: 'consent-requests', record: String(record.id) })

const requestKey = ({ record, number }: { record: RecordData; number: number }): string => `consent-requested:${String(record.id)}:${number}`

const tellParent = async ({ work, record, template }: Told & { template: string }): Promise<void> => {
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: { template, recipient: { kind: 'guardian', id: String(record.guardian) }, subject: aboutRequest(record), dedupeKey: `${template}:${String(record.id)}:${String(record.rowVersion)}` },
  })
}

const tellCoordinators = async ({ work, record, template }: Told & { template: string }): Promise<void> => {
  const people = await peopleWithRole({ query: work.query, role: 'co-ordinator', on: londonDate(work.now) })
  await enqueueNotifications({
    query: work.query,
    now: work.now,
    notifications: people.map((id) => ({ template, recipient: { kind: 'user', id }, subject: aboutRequest(record), dedupeKey: `${template}:${String(record.id)}:${String(record.rowVersion)}:${id}` })),
  })
}
