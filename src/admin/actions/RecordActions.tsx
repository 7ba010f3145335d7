import type { CollectionSlug, UIFieldServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import type { RecordData, Workflow } from '../../core/workflow/workflow.ts'
import { ActionButtons } from './ActionButtons.tsx'
import { actionForPerson, asksForRecord } from './actionForPerson.ts'

/**
 * The actions that a record offers to the person looking at it, each with what still stands in its way, from the same
 * rules that the server enforces.
 */
export const RecordActions = async ({ id, data, collectionSlug, req }: UIFieldServerProps) => {
  const workflow = req.payload.collections[collectionSlug as CollectionSlug]?.config.custom.workflow as
    Workflow | undefined
  if (!workflow || !id) return null
  const offered = await workflow.offered({ work: workOf(req), record: { ...(data as RecordData), id: String(id) } })
  const isEditable = workflow.editableIn(String(data[workflow.stateField])).length > 0
  return (
    <ActionButtons
      address={`/api/${collectionSlug}/${String(id)}/actions`}
      rowVersion={Number(data.rowVersion ?? 1)}
      actions={offered
        .filter(({ input }) => !asksForRecord(input))
        .map((action) =>
          actionForPerson({ offered: action, childId: typeof data.child === 'string' ? data.child : undefined }),
        )}
      isEditable={isEditable}
    />
  )
}
