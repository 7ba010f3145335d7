import { londonDate } from '../../core/clock/londonDates.ts'
import type { Work } from '../../core/access/work.ts'
import { enqueueNotification } from '../../core/notifications/enqueueNotification.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { peopleWithRole } from '../people/queries.ts'

type Told = { work: Work; record: RecordData }

/** Confirms to the referrer that the referral is here: its reference, the date to expect an answer, the link to follow it. Nothing of what they wrote [DAT-5]. */
export const confirmReceipt = ({ work, record }: Told): Promise<void> => tellReferrer({ work, id: String(record.id), template: 'referral-received', details: { reference: record.reference, answerBy: record.answerBy }, key: 'first' })

/** Tells the co-ordinators, or the committee where there is none, that a referral has come in. */
export const tellOfArrival = async ({ work, record }: Told): Promise<void> => {
  const on = londonDate(work.now)
  const coordinators = await peopleWithRole({ query: work.query, role: 'co-ordinator', on })
  const told = coordinators.length > 0 ? coordinators : await peopleWithRole({ query: work.query, role: 'committee', on })
  for (const id of told)
    await enqueueNotification({
      query: work.query,
      now: work.now,
      notification: { template: 'referral-arrived', recipient: { kind: 'user', id }, subject: { collection: 'incoming-referrals', record: String(record.id) }, dedupeKey: `referral-arrived:${String(record.id)}:${id}` },
    })
}

/** Tells the referrer that their referral has come to its end; what was decided stands on the page behind their link. */
export const tellOfEnd = ({ work, record }: Told): Promise<void> => tellReferrer({ work, id: String(record.id), template: 'referral-decided', details: { reference: record.reference }, key: 'end' })

type ToReferrer = { work: Work; id: string; template: string; details: Record<string, unknown>; key: string }

const tellReferrer = async ({ work, id, template, details, key }: ToReferrer): Promise<void> => {
  await enqueueNotification({ query: work.query, now: work.now, notification: { template, recipient: { kind: 'subject' }, subject: { collection: 'incoming-referrals', record: id }, details, dedupeKey: `${template}:${id}:${key}` } })
}
