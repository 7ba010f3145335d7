import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { asUser } from '../access/localApi.ts'
import { workOf } from '../access/work.ts'
import { badInputError, forbiddenError } from '../errors/problems.ts'
import { performAction } from './perform.ts'
import type { RecordData, Workflow } from './workflow.ts'

/** The two REST addresses of a workflow: what is offered on a record, and the doing of it. */
export const workflowEndpoints = ({ slug, workflow }: { slug: string; workflow: Workflow }): Endpoint[] => [
  {
    path: '/:id/actions',
    method: 'get',
    handler: async (req) => {
      const { work, id } = opened(req)
      const record = await asUser(work).findById({ collection: slug as CollectionSlug, id })
      const offered = await workflow.offered({ work, record })
      return Response.json({
        actions: offered.map(({ input, ...action }) => ({
          ...action,
          input: input ? z.toJSONSchema(input) : undefined,
        })),
      })
    },
  },
  {
    path: '/:id/actions/:action',
    method: 'post',
    handler: async (req) => {
      const { work, id } = opened(req)
      const body = bodySchema.safeParse(await req.json?.().catch(() => undefined))
      if (!body.success)
        throw badInputError({
          reason: 'We could not read what was sent.',
          nextStep: 'Send JSON with “input” and, where a form was open, “rowVersion”.',
        })
      const record = await performAction({
        work,
        workflow,
        id,
        action: String(req.routeParams?.action),
        input: body.data.input,
        rowVersion: body.data.rowVersion,
      })
      return Response.json({
        doc: { id: record.id, status: record[workflow.stateField], rowVersion: record.rowVersion },
        said: saidOf({ workflow, record }),
      })
    },
  },
]

/** What somebody is told who took an action: how the record stands now. */
export const saidOf = ({
  workflow: { noun, states, stateField },
  record,
}: {
  workflow: Pick<Workflow, 'noun' | 'states' | 'stateField'>
  record: RecordData
}): string => `Done. This ${noun} now stands at “${states[String(record[stateField])] ?? String(record[stateField])}”.`

const bodySchema = z.object({
  input: z.record(z.string(), z.unknown()).default({}),
  rowVersion: z.number().int().optional(),
})

const opened = (req: PayloadRequest) => {
  const work = workOf(req)
  if (work.actor.kind === 'anonymous') throw forbiddenError()
  return { work, id: String(req.routeParams?.id) }
}
