import { recordEvent } from '../../core/audit/record.ts'
import type { EventHandler } from '../../core/house/defineEvent.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { referenceWorkflow } from './references/workflow.ts'

/**
 * Somebody is no longer reached at an address: a referee who was asked there is to be asked again, and the page of an
 * application that was sent there is opened by a new link alone [CON-10].
 */
export const endLinksTo: EventHandler<{ address: string }> = async ({ work, event: { address } }) => {
  const asked = await work.query<{ id: string }>(
    "select id from volunteer_references where status = 'asked' and lower(trim(referee_email)) = $1 order by id",
    [address],
  )
  for (const { id } of asked)
    await performAction({
      work: { ...work, actor: { kind: 'system', reason: 'the address to which the link went has changed' } },
      workflow: referenceWorkflow,
      id,
      action: 'endLink',
      input: {},
    })
  const ended = await work.query<{ id: string }>(
    'update applications set link_digest = null, updated_at = $2 where lower(trim(email)) = $1 and link_digest is not null returning id',
    [address, work.now.toISOString()],
  )
  for (const { id } of ended)
    await recordEvent({ work, event: { action: 'end-link', collection: 'applications', recordId: id, detail: {} } })
}
