import type { CollectionSlug } from 'payload'
import { asSystem, asUser } from '../access/localApi.ts'
import { ROW_VERSION, staleRecord } from '../access/rowVersion.ts'
import type { Work } from '../access/work.ts'
import { lockRecords } from '../database/locks.ts'
import { inTransaction } from '../database/transaction.ts'
import { badInputError, forbiddenError, refusalError } from '../errors/problems.ts'
import { readableWithin } from '../fields/readable.ts'
import { stepOf, type RecordData, type Workflow } from './workflow.ts'

type ActionRequest = {
  work: Work
  workflow: Workflow
  id: string
  action: string
  input: Record<string, unknown>
  /** The version that the person was looking at; left out where no form was open. */
  rowVersion?: number
}

/**
 * Takes one action on one record: in one transaction it locks (what the guards watch, child, match, record), loads the
 * facts, asks every guard, writes, and causes what follows. Throws the refusal (409), bad input (400), not found (404),
 * or forbidden (403) where nobody we know is acting.
 */
export const performAction = async ({
  work,
  workflow,
  id,
  action,
  input,
  rowVersion,
}: ActionRequest): Promise<RecordData> =>
  inTransaction({
    req: work.req,
    work: async () => {
      const collection = workflow.collection as CollectionSlug
      if (work.actor.kind === 'anonymous') throw forbiddenError()
      if (work.actor.kind === 'person') await asUser(work).findById({ collection, id })
      const parsed = parseInput({ workflow, action, input })
      const locked = await workflow.lockPlan({ req: work.req, id, action })
      await lockRecords({ req: work.req, targets: [...locked, { collection, id }] })
      const record = await asSystem(work, { reason: `the action ${action}` }).findById({ collection, id })
      if (workflow.lockPlanOf(record, action).some((target) => !locked.some((held) => held.id === target.id)))
        throw refusalError(staleRecord)
      const decided = await workflow.decide({ work, record, action, input: parsed })
      if ('allowed' in decided) throw refusalError(decided)
      if (rowVersion !== undefined && rowVersion !== record[ROW_VERSION]) throw refusalError(staleRecord)
      await decided.prepare()
      const stored = await writeStep({ work, workflow, id, action, patch: decided.patch })
      await decided.cause(stored)
      return stored
    },
  })

const parseInput = ({
  workflow,
  action,
  input,
}: Pick<ActionRequest, 'workflow' | 'action' | 'input'>): Record<string, unknown> => {
  const schema = workflow.inputOf(action)
  if (!schema) return {}
  const result = schema.safeParse(readableWithin(input))
  if (result.success) return result.data
  throw badInputError({
    reason: result.error.issues.map(({ message }) => message).join(' '),
    nextStep: 'Mend that and send it again.',
  })
}

const writeStep = async ({
  work,
  workflow,
  id,
  action,
  patch,
}: {
  work: Work
  workflow: Workflow
  id: string
  action: string
  patch: Record<string, unknown>
}): Promise<RecordData> => {
  const { req } = work
  const before = { step: req.context.step, actionName: req.context.actionName }
  req.context.step = stepOf({ collection: workflow.collection, id })
  req.context.actionName = action
  try {
    return await asSystem(work, { reason: `the action ${action}` }).update({
      collection: workflow.collection as CollectionSlug,
      id,
      data: patch,
    })
  } finally {
    Object.assign(req.context, before)
  }
}
