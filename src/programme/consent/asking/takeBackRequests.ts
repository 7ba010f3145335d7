import { performAction } from '../../../core/workflow/perform.ts'
import type { Work } from '../../../core/access/work.ts'
import type { EventHandler } from '../../../core/house/defineEvent.ts'
import { mayBeWrittenTo } from '../../people/families/contactRules.ts'
import { answersFor } from './deciders.ts'
import { consentRequestWorkflow } from './workflow.ts'

/**
 * Somebody of a family may no longer be written to, has no parental responsibility any more, or left it: what they were
 * asked and have not answered is taken back, in the same transaction [CON-8].
 */
export const takeBackRequestsOfFamily: EventHandler<{ familyId: unknown }> = async ({ work, event }) => {
  const rows = await work.query<{ id: string }>('select id from children where family_id = $1 order by id', [
    event.familyId,
  ])
  for (const { id } of rows) await takeBack({ work, childId: id })
}

/** The same for one child, who may have come into another family, or into the care of a council. */
export const takeBackRequestsOfChild: EventHandler<{ childId: string }> = ({ work, event: { childId } }) =>
  takeBack({ work, childId })

const takeBack = async ({ work, childId }: { work: Work; childId: string }): Promise<void> => {
  const rows = await work.query<{ id: string }>(
    `select r.id from consent_requests r join guardians g on g.id = r.guardian_id join children c on c.id = r.child_id
     where r.child_id = $1 and r.status = 'open' and not (${mayBeWrittenTo('g')} and coalesce(g.parental_responsibility, false) and g.family_id = c.family_id and ${answersFor({ guardian: 'g', child: 'c' })}) order by r.id`,
    [childId],
  )
  for (const { id } of rows)
    await performAction({
      work: { ...work, actor: { kind: 'system', reason: 'this parent or carer may not be asked any more' } },
      workflow: consentRequestWorkflow,
      id,
      action: 'cancelByRule',
      input: {},
    })
}
