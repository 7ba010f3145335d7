import type { Endpoint } from 'payload'
import type { AccessRule } from '../access/defineCollection.ts'
import { workOf } from '../access/work.ts'
import { recordEvent } from '../audit/record.ts'
import { isUuid } from '../database/locks.ts'
import { inTransaction } from '../database/transaction.ts'
import { forbiddenError, refusalError } from '../errors/problems.ts'
import { refused } from '../errors/refusal.ts'
import { resendNotification } from './resendNotification.ts'

/**
 * `POST /api/notifications/:id/actions/resend`: sends a message that failed once more, for whoever looks after the
 * messages. A 409 where there is none to send.
 */
export const resendEndpoint = ({ may }: { may: AccessRule }): Endpoint => ({
  path: '/:id/actions/resend',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    const id = String(req.routeParams?.id)
    if (work.actor.kind !== 'person' || (await may(work.actor, req)) !== true) throw forbiddenError()
    await inTransaction({
      req,
      work: async () => {
        if (!isUuid(id) || !(await resendNotification({ query: work.query, id, now: work.now })))
          throw refusalError(nothingToSend)
        await recordEvent({ work, event: { action: 'resend', collection: 'notifications', recordId: id, detail: {} } })
      },
    })
    return Response.json({ doc: { id } })
  },
})

/** What is said where no message failed. */
export const nothingToSend = refused({
  rule: 'STATE',
  reason: 'This message did not fail, or is being sent again already.',
  nextStep: 'Open the messages to see where it stands.',
})
