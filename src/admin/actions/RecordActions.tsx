import type { CollectionSlug, PayloadRequest } from 'payload'
import { workOf } from '../../core/access/work.ts'
import type { RecordData, Workflow } from '../../core/workflow/workflow.ts'
import { ActionButtons } from './ActionButtons.tsx'
import { actionForPerson, asksForRecord } from './actionForPerson.ts'

type RecordActionsProps = { id: string; record: RecordData; collectionSlug: string; req: PayloadRequest }

/**
 * The actions that a record offers to the person looking at it, each with what still stands in its way, from the same
 * rules that the server enforces.
 */
export const RecordActions = async ({ id, record, collectionSlug, req }: RecordActionsProps) => {
  const workflow = req.payload.collections[collectionSlug as CollectionSlug]?.config.custom.workflow as
    Workflow | undefined
  if (!workflow) return null
  const offered = await workflow.offered({ work: workOf(req), record: { ...record, id } })
  return (
    <ActionButtons
      address={`/api/${collectionSlug}/${id}/actions`}
      rowVersion={Number(record.rowVersion ?? 1)}
      actions={offered
        .filter(({ input }) => !asksForRecord(input))
        .map((action) =>
          actionForPerson({ offered: action, childId: typeof record.child === 'string' ? record.child : undefined }),
        )}
    />
  )
}
