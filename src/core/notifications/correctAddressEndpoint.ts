import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import type { AccessRule } from '../access/defineCollection.ts'
import { asUser } from '../access/localApi.ts'
import { workOf, type Work } from '../access/work.ts'
import { recordEvent } from '../audit/record.ts'
import { isUuid } from '../database/locks.ts'
import { inTransaction } from '../database/transaction.ts'
import { badInputError, forbiddenError, refusalError } from '../errors/problems.ts'
import { refused } from '../errors/refusal.ts'
import { emailAsked } from '../fields/emailAddress.ts'
import { performAction } from '../workflow/perform.ts'
import type { RecordData, Workflow } from '../workflow/workflow.ts'
import { nothingToSend } from './resendEndpoint.ts'
import { resendNotification } from './resendNotification.ts'

/** Whom the outbox knows by a name, and where their address is kept. */
type Known = { kind: string; collection: string }

/**
 * `POST /api/notifications/:id/actions/correctAddress` with `{ input: { email } }`: puts the address right to which a
 * message could not be delivered, and sends it again, in one step. The record that the message is about does it itself
 * where it has such a step, with whatever follows from it; else the address is put right on the person's own record. Who
 * may do neither is refused by them. A 409 where no message failed, or where its address is put right elsewhere.
 */
export const correctAddressEndpoint = ({ may, known }: { may: AccessRule; known: readonly Known[] }): Endpoint => ({
  path: '/:id/actions/correctAddress',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    const id = String(req.routeParams?.id)
    if (work.actor.kind !== 'person' || (await may(work.actor, req)) !== true) throw forbiddenError()
    const email = await emailFrom(req)
    await inTransaction({
      req,
      work: async () => {
        const message = isUuid(id) ? await failedMessage({ work, id }) : undefined
        if (!message) throw refusalError(nothingToSend)
        const step = await stepOf({ work, message, known })
        if (!step) throw refusalError(elsewhere)
        await step({ email })
        await recordEvent({
          work,
          event: { action: 'correctAddress', collection: 'notifications', recordId: id, detail: {} },
        })
      },
    })
    return Response.json({ doc: { id } })
  },
})

const inputSchema = z.object({ input: z.object({ email: emailAsked() }) })

const emailFrom = async (req: PayloadRequest): Promise<string> => {
  const body = inputSchema.safeParse(await req.json?.().catch(() => undefined))
  if (body.success) return body.data.input.email
  throw badInputError({
    reason: body.error.issues[0]?.message ?? 'We could not read what was sent.',
    nextStep: 'Enter the address again.',
  })
}

type Message = { id: string; kind: string; recipient: string | null; collection: string; record: string }

const failedMessage = async ({ work, id }: { work: Work; id: string }): Promise<Message | undefined> => {
  const [message] = await work.query<Message>(
    `select n.id, n.recipient_kind as kind, to_jsonb(n)->>('recipient_' || n.recipient_kind || '_id') as recipient, n.subject_collection as collection, n.subject_record as record
     from notifications n where n.id = $1 and n.state = 'failed'`,
    [id],
  )
  return message
}

type Correcting = (given: { email: string }) => Promise<void>

/** How the address of a message is put right by this person, or undefined where that is done elsewhere. */
const stepOf = async ({
  work,
  message: { id, kind, recipient, collection, record },
  known,
}: {
  work: Work
  message: Message
  known: readonly Known[]
}): Promise<Correcting | undefined> => {
  const person = known.find((one) => one.kind === kind)
  const own = kind === 'subject' || person ? await stepOfSubject({ work, collection, record }) : undefined
  if (own)
    return async ({ email }) => {
      await performAction({ work, ...own, input: { email } })
      // What it sends is a message of its own, under a link of its own.
      await work.query(
        `update notifications set state = 'cancelled', updated_at = $2 where id = $1 and state = 'failed'`,
        [id, work.now.toISOString()],
      )
    }
  if (!person || recipient === null) return undefined
  return async ({ email }) => {
    await asUser(work).update({ collection: person.collection as CollectionSlug, id: recipient, data: { email } })
    await resendNotification({ query: work.query, id, now: work.now })
  }
}

const stepOfSubject = async ({
  work,
  collection,
  record,
}: {
  work: Work
  collection: string
  record: string
}): Promise<{ workflow: Workflow; id: string; action: string } | undefined> => {
  const workflow = work.req.payload.collections[collection as CollectionSlug]?.config.custom.workflow as
    Workflow | undefined
  if (!workflow || workflow.correctsAddress.length === 0) return undefined
  const found: RecordData = await asUser(work).findById({ collection: collection as CollectionSlug, id: record })
  const action = (await workflow.offered({ work, record: found })).find(({ name }) =>
    workflow.correctsAddress.includes(name),
  )
  return action ? { workflow, id: record, action: action.name } : undefined
}

const elsewhere = refused({
  rule: 'STATE',
  reason: 'The address of this message is put right on a record of its own.',
  nextStep: 'Open what the message is about, and put it right there.',
})
