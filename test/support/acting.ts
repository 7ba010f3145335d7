import { asUser } from '../../src/core/access/localApi.ts'
import { refusalWithin } from '../../src/core/errors/problems.ts'
import type { Refused } from '../../src/core/errors/refusal.ts'
import { performAction } from '../../src/core/workflow/perform.ts'
import type { RecordData, Workflow } from '../../src/core/workflow/workflow.ts'
import type { TestProgramme } from './programme.ts'

/** What somebody does in a test, in the ways that the doors do it. */
export const actingIn = (programme: () => TestProgramme) => {
  const workAs = async (userId: string) => programme().workOf((await programme().signIn(userId)).person)
  return {
    /** A piece of work of one person's. */
    workAs,
    /** Takes an action on a record. */
    act: async ({
      by,
      workflow,
      id,
      action,
      input = {},
    }: {
      by: string
      workflow: Workflow
      id: string
      action: string
      input?: Record<string, unknown>
    }): Promise<RecordData> => performAction({ work: await workAs(by), workflow, id, action, input }),
    /** Saves a new record, as the panel's form does. */
    create: async ({
      by,
      collection,
      fields,
    }: {
      by: string
      collection: Parameters<ReturnType<typeof asUser>['create']>[0]['collection']
      fields: Record<string, unknown>
    }) => asUser(await workAs(by)).create({ collection, data: fields }),
  }
}

/** The refusal with which an attempt ends. Throws when it ends otherwise. */
export const refusalOf = async (attempt: Promise<unknown>): Promise<Refused> => {
  try {
    await attempt
  } catch (problem) {
    const refusal = refusalWithin(problem)
    if (refusal) return refusal
    throw problem
  }
  throw new Error('Nothing refused it.')
}
