import type { CollectionSlug } from 'payload'
import { changeHeld, readHeld, type Held } from '../access/held.ts'
import { requireReadable } from '../access/reading.ts'
import { ROW_VERSION, staleRecord } from '../access/rowVersion.ts'
import type { Work } from '../access/work.ts'
import { isUuid, lockRecords } from '../database/locks.ts'
import { inTransaction } from '../database/transaction.ts'
import { badInputError, forbiddenError, notFoundError, refusalError } from '../errors/problems.ts'
import { readableWithin } from '../fields/readable.ts'
import { stepOf, type RecordData, type Workflow } from './workflow.ts'

type Step = {
  work: Work
  workflow: Workflow
  action: string
  input: Record<string, unknown>
  /** The version that the person was looking at; left out where no form was open. */
  rowVersion?: number
}

/**
 * Takes one action on one record: in one transaction it locks (what the guards watch, child, match, record), reads the
 * record once, loads the facts, asks every guard, writes, and causes what follows. Throws the refusal (409), bad input
 * (400), not found (404), or forbidden (403) where nobody we know is acting.
 */
export const performAction = async ({ id, ...step }: Step & { id: string }): Promise<RecordData> =>
  inTransaction({
    req: step.work.req,
    work: async () => {
      const { work, workflow } = step
      if (work.actor.kind === 'anonymous') throw forbiddenError()
      if (work.actor.kind === 'person')
        await requireReadable({ work, collection: workflow.collection as CollectionSlug, id })
      return takeStep({ ...step, held: await holdRecord({ ...step, id }) })
    },
  })

/**
 * Locks a record and what is locked before it for an action, in the one order, and reads it then; in the caller's
 * transaction, which must be open. Throws a 404 when it is not there, and the refusal of an outdated form when it names
 * somebody else by the time that it is locked.
 */
export const holdRecord = async ({
  work: { req },
  workflow,
  id,
  action,
}: Pick<Step, 'work' | 'workflow' | 'action'> & { id: string }): Promise<Held> => {
  if (!isUuid(id)) throw notFoundError()
  const collection = workflow.collection as CollectionSlug
  const locked = await workflow.lockPlan({ req, id, action })
  await lockRecords({ req, targets: [...locked, { collection, id }] })
  const held = await readHeld({ req, collection, id })
  if (workflow.lockPlanOf(held.record, action).some((target) => !locked.some((lock) => lock.id === target.id)))
    throw refusalError(staleRecord)
  return held
}

/**
 * The same on a record that the caller's transaction holds already, so that neither its locks nor the record are asked
 * for twice. Whether whoever acts may read it is the caller's to know.
 */
export const takeStep = async ({
  work,
  workflow,
  held,
  action,
  input,
  rowVersion,
}: Step & { held: Held }): Promise<RecordData> => {
  const { req } = work
  const { collection, id, record } = held
  const decided = await workflow.decide({ work, record, action, input: parseInput({ workflow, action, input }) })
  if ('allowed' in decided) throw refusalError(decided)
  if (rowVersion !== undefined && rowVersion !== record[ROW_VERSION]) throw refusalError(staleRecord)
  await decided.prepare?.()
  const stored = await changeHeld({
    req,
    // What comes before may have changed the record itself.
    held: decided.prepare ? await readHeld({ req, collection, id }) : held,
    data: decided.patch,
    context: { step: stepOf({ collection, id }), actionName: action },
  })
  await decided.cause(stored)
  return stored
}

const parseInput = ({
  workflow,
  action,
  input,
}: Pick<Step, 'workflow' | 'action' | 'input'>): Record<string, unknown> => {
  const schema = workflow.inputOf(action)
  if (!schema) return {}
  const result = schema.safeParse(readableWithin(input))
  if (result.success) return result.data
  throw badInputError({
    reason: result.error.issues.map(({ message }) => message).join(' '),
    nextStep: 'Mend that and send it again.',
  })
}
