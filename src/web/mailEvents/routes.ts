import { Router, type Request, type Response } from 'express'
import { startWork } from '../../core/access/work.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { httpProblem } from '../../core/http/httpProblem.ts'
import { requestBody } from '../../core/http/requestBody.ts'
import { isSignedEvent, mailEventSchema, noteMailEvent, spendSignature } from '../../core/notifications/mailEvents.ts'
import { returnPaths } from '../../core/notifications/returnPaths.ts'
import type { WebServices } from '../services.ts'

/**
 * Where the charity's mail server says what became of our messages: delivered, or come back. Each event is signed over
 * its whole body and counts once; where no key is set nobody is listened to.
 */
export const mailEventRoutes = (services: WebServices): Router => {
  const { payload, clock, environment } = services
  const { mailEventsKey, mailReturnDomain, linkSecret } = environment
  const router = Router()
  if (mailEventsKey === undefined || mailReturnDomain === undefined) return router
  const paths = returnPaths({ key: linkSecret, domain: mailReturnDomain })
  const perClient = services.rateLimits.limit({ name: 'mail-events', points: 600, seconds: 60, key: clientAddress })

  router.post('/', perClient, async (request: Request, response: Response) => {
    const body = Buffer.from(
      await new globalThis.Response(requestBody({ request, response, largest: LARGEST, tooLarge })).arrayBuffer(),
    )
    const [timestamp, signature] = [request.get('X-Mail-Timestamp') ?? '', request.get('X-Mail-Signature') ?? '']
    const now = clock.now()
    if (!isSignedEvent({ key: mailEventsKey, timestamp, signature, body, now })) throw notSigned()
    const read = mailEventSchema.safeParse(asJson(body))
    if (!read.success) throw unreadable()
    const id = paths.messageOf(read.data.returnPath)
    const work = await startWork({
      payload,
      actor: { kind: 'system', reason: 'the mail server said what became of a message' },
      from: 'mail server',
    })
    await inTransaction({
      req: work.req,
      work: async () => {
        if (!(await spendSignature({ query: work.query, signature, now }))) throw sentTwice()
        if (id === undefined || !(await noteMailEvent({ query: work.query, id, event: read.data, now })))
          throw notOurs()
      },
    })
    response.status(204).end()
  })
  return router
}

/** An event is a line or two; what is longer is none. */
const LARGEST = 8_000

const asJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

const tooLarge = (): Error =>
  httpProblem({
    status: 413,
    rule: 'INPUT',
    reason: 'This is longer than an event can be.',
    nextStep: 'Send the event alone, without the message.',
  })

const notSigned = (): Error =>
  httpProblem({
    status: 401,
    rule: 'INPUT',
    reason: 'This event is not signed with our key, or was signed too long ago.',
    nextStep: 'Sign the timestamp and the body with MAIL_EVENTS_KEY, and look at the clock.',
  })

const unreadable = (): Error =>
  httpProblem({
    status: 400,
    rule: 'INPUT',
    reason: 'We could not read this event.',
    nextStep: 'Send JSON with “event” and “returnPath”.',
  })

const sentTwice = (): Error =>
  httpProblem({
    status: 409,
    rule: 'INPUT',
    reason: 'This event was sent before.',
    nextStep: 'There is nothing more to do.',
  })

const notOurs = (): Error =>
  httpProblem({
    status: 404,
    rule: 'INPUT',
    reason: 'No message of ours was sent under this address.',
    nextStep: 'Send the envelope’s return path as it was.',
  })
