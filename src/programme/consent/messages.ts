import { londonDate } from '../../core/clock/londonDates.ts'
import type { Work } from '../../core/access/work.ts'
import { enqueueNotification } from '../../core/notifications/enqueueNotification.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { peopleWithRole } from '../people/queries.ts'

/** Asks the parent or carer by email; the link is made when the message is written [CON-1]. */
export const sendConsentRequest = async ({ work, record }: { work: Work; record: RecordData }): Promise<void> => {
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      template: 'consent-requested',
      recipient: { kind: 'guardian', id: String(record.guardian) },
      subject: { collection: 'consent-requests', record: String(record.id) },
      details: { occasion: 'first', validUntil: new Date(String(record.endsAt)).toISOString() },
      dedupeKey: `consent-requested:${String(record.id)}:${String(record.linkNumber)}`,
    },
  })
}

/** Sends the parent what they answered, and tells the co-ordinators that there is an answer [CON-4, CON-7]. */
export const tellOfAnswers = async ({ work, requestId, guardianId, rowVersion }: { work: Work; requestId: string; guardianId: string; rowVersion: number }): Promise<void> => {
  const subject = { collection: 'consent-requests', record: requestId }
  await enqueueNotification({ query: work.query, now: work.now, notification: { template: 'consent-copy', recipient: { kind: 'guardian', id: guardianId }, subject, dedupeKey: `consent-copy:${requestId}:${rowVersion}` } })
  for (const id of await peopleWithRole({ query: work.query, role: 'co-ordinator', on: londonDate(work.now) }))
    await enqueueNotification({ query: work.query, now: work.now, notification: { template: 'consent-answered', recipient: { kind: 'user', id }, subject, dedupeKey: `consent-answered:${requestId}:${rowVersion}:${id}` } })
}
