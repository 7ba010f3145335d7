import type { CollectionSlug, UIFieldServerProps } from 'payload'
import { z } from 'zod'
import { workOf } from '../../core/access/work.ts'
import { refusalSentence } from '../../core/errors/refusal.ts'
import type { RecordData, Workflow } from '../../core/workflow/workflow.ts'
import { ActionButtons, type ActionForPerson } from './ActionButtons.tsx'

/** The actions that a record offers to the person looking at it, each with what still stands in its way, from the same rules that the server enforces. */
export const RecordActions = async ({ id, data, collectionSlug, req }: UIFieldServerProps) => {
  const workflow = req.payload.collections[collectionSlug as CollectionSlug]?.config.custom.workflow as Workflow | undefined
  if (!workflow || !id) return null
  const offered = await workflow.offered({ work: workOf(req), record: data as RecordData })
  if (offered.length === 0) return null
  const actions: ActionForPerson[] = offered.map(({ name, label, grave, blockers, input }) => ({
    name,
    label,
    grave,
    blockers: blockers.map((blocker) => ({ rule: blocker.rule, sentence: refusalSentence(blocker) })),
    questions: input ? questionsOf(input) : [],
  }))
  return <ActionButtons address={`/api/${collectionSlug}/${String(id)}/actions`} rowVersion={Number(data.rowVersion ?? 1)} actions={actions} />
}

const questionsOf = (input: z.ZodObject): ActionForPerson['questions'] =>
  Object.entries(z.toJSONSchema(input).properties ?? {}).map(([name, property]) => ({ name, label: typeof property === 'object' && property.title ? property.title : name }))
