import type { EventHandler } from '../../../core/house/defineEvent.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { consentRequestWorkflow, LINK_ENDS } from './workflow.ts'

/**
 * A parent or carer is no longer reached where their links went: none of these opens anything from now on, whether or
 * not it was answered, in the same transaction [CON-10]. The request says that a new one is needed.
 */
export const endLinksOfGuardian: EventHandler<{ guardianId: string | null }> = async ({
  work,
  event: { guardianId },
}) => {
  if (guardianId === null) return
  const rows = await work.query<{ id: string; status: keyof typeof LINK_ENDS }>(
    `select id, status::text as status from consent_requests where guardian_id = $1 and status in ('open', 'signed', 'declined') and link_digest is not null order by child_id, id`,
    [guardianId],
  )
  for (const { id, status } of rows)
    await performAction({
      work: { ...work, actor: { kind: 'system', reason: 'the address to which the link went has changed' } },
      workflow: consentRequestWorkflow,
      id,
      action: LINK_ENDS[status],
      input: {},
    })
}
