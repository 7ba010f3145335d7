import type { Endpoint } from 'payload'
import { workOf, type Work } from '../../../core/access/work.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { forbiddenError } from '../../../core/errors/problems.ts'
import { enqueueNotification } from '../../../core/notifications/enqueueNotification.ts'
import { accountMessages } from '../messageKinds.ts'
import { isAdministrator } from '../roles.ts'

/**
 * Puts a test message to oneself into the outbox, in the caller's transaction: whether it arrives shows whether the mail
 * server is set up as it should be. One a minute.
 */
const sendMailTest = async ({ query, now, actor }: Work): Promise<void> => {
  if (actor.kind !== 'person' || !isAdministrator(actor)) throw forbiddenError()
  await enqueueNotification({
    query,
    now,
    notification: {
      message: accountMessages['mail-test'],
      recipient: { kind: 'user', id: actor.userId },
      subject: { collection: 'users', record: actor.userId },
      details: {},
      dedupeKey: `mail-test:${actor.userId}:${now.toISOString().slice(0, 16)}`,
    },
  })
}

/** `POST /api/users/mail-test`: the same, for administrators. */
export const mailTestEndpoint: Endpoint = {
  path: '/mail-test',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    await inTransaction({ req, work: () => sendMailTest(work) })
    return Response.json({ said: 'A test message to you is on its way.' })
  },
}
