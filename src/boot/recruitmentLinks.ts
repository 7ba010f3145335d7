import type { Payload } from 'payload'
import { plainQuery } from '../core/database/transaction.ts'
import type { NotificationRow } from '../core/notifications/notification.ts'
import { clockOf } from '../core/services.ts'
import { applicantToken } from '../programme/recruitment/applications/links.ts'
import { refereeToken } from '../programme/recruitment/references/links.ts'

type Asked = { payload: Payload; publicUrl: string; row: NotificationRow }

/** Where a message about an application leads: its record for the co-ordinator and committee, the applicant's own page for them. */
export const applicationLink = async ({ payload, publicUrl, row: { recipient, subject } }: Asked): Promise<string | undefined> => {
  if (recipient.kind === 'user') return `${publicUrl}/admin/collections/applications/${subject.record}`
  const [application] = await plainQuery(payload)<{ number: number }>('select link_number::float8 as number from applications where id = $1 and link_digest is not null', [subject.record])
  return application && `${publicUrl}/apply/track/${applicantToken({ payload, id: subject.record, number: application.number })}`
}

/** Where a message about a reference leads; undefined for the referee once it was answered, is not needed, or its link has ended, so that no reminder goes out for nothing. */
export const referenceLink = async ({ payload, publicUrl, row: { recipient, subject } }: Asked): Promise<string | undefined> => {
  if (recipient.kind === 'user') return `${publicUrl}/admin/collections/volunteer-references/${subject.record}`
  const [reference] = await plainQuery(payload)<{ number: number }>(
    "select link_number::float8 as number from volunteer_references r where id = $1 and status = 'asked' and ends_at > $2 and not exists (select from reference_answers w where w.reference_id = r.id and w.status <> 'set-aside')",
    [subject.record, clockOf(payload).now().toISOString()],
  )
  return reference && `${publicUrl}/reference/${refereeToken({ payload, id: subject.record, number: reference.number })}`
}
