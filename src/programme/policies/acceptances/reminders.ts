import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { daysAfter, londonDate } from '../../../core/clock/londonDates.ts'
import { peopleWithRole } from '../../people/queries.ts'
import { chaseToAccept, remindToAccept, tellOfReview } from '../messages.ts'
import { REMINDED_DAYS_BEFORE, reminderDue, REVIEW_DAYS_BEFORE, signersOn, unsignedOf } from './signing.ts'
import { versionsToReview } from '../queues.ts'

/**
 * Sends what is due today: to volunteers 14, 7 and 1 days before the last day on which an earlier acceptance still
 * counts [POL-4], to the committee 60, 30 and 0 days before a document is to be looked at again [POL-5]. To be run
 * daily, in one transaction; a day that was missed is made up for by the reminder that is due by then. Gives how many
 * messages were new.
 */
export const remindOfPolicies = async (work: Work): Promise<number> => {
  const today = londonDate(work.now)
  const sent: boolean[] = []
  for (const signer of await signersOn({ query: work.query, on: today }))
    for (const by of new Set(
      signer.documents.flatMap(({ standing }) => (standing.state === 'due' ? [standing.by] : [])),
    )) {
      const days = reminderDue({ by, today, reminders: REMINDED_DAYS_BEFORE })
      if (days !== undefined) sent.push(await remindToAccept({ work, ...signer, by, days }))
    }
  const committee = await peopleWithRole({ query: work.query, role: 'committee', on: today })
  for (const { id, reviewOn } of await versionsToReview({
    query: work.query,
    until: daysAfter({ date: today, days: REVIEW_DAYS_BEFORE[0] }),
    limit: 1_000,
  })) {
    const days = reminderDue({ by: reviewOn, today, reminders: REVIEW_DAYS_BEFORE })
    if (days !== undefined)
      for (const userId of committee) sent.push(await tellOfReview({ work, userId, versionId: id, by: reviewOn, days }))
  }
  return sent.filter(Boolean).length
}

/**
 * Reminds everybody who still has something to accept, one message each and never two on a day [POL-4]. Needs a
 * transaction. Gives how many were reminded now.
 */
export const chaseSigners = async (work: Work): Promise<number> => {
  const on = londonDate(work.now)
  const chased: string[] = []
  for (const signer of (await signersOn({ query: work.query, on })).filter((each) => unsignedOf(each).length > 0))
    if (await chaseToAccept({ work, ...signer, on })) chased.push(signer.volunteerId)
  if (chased.length > 0)
    await recordEvent({
      work,
      event: { action: 'chase', collection: 'policy-acceptances', recordId: null, detail: { volunteers: chased } },
    })
  return chased.length
}
