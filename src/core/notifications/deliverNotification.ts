import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Query } from '../database/query.ts'
import type { Task } from '../jobs/task.ts'
import { claimNotification, type ClaimedNotification } from './claimNotification.ts'
import type { MailAddress, Mailer, RenderedMessage } from './mailer.ts'
import type { NotificationRow } from './notification.ts'
import { recordOutcome, type Outcome } from './recordOutcome.ts'
import type { SendVerdict } from './smtpVerdict.ts'

/** Why somebody gets no message, in a sentence for whoever looks after the messages. */
export type NotToBeWrittenTo = { notBecause: string }

/** What the core does not know about messages, given by whoever starts the worker. */
export type MessageSource = {
  /**
   * Where the message goes today; undefined when the person has no address; the reason when they are no longer to be
   * written to.
   */
  resolveRecipient: (row: NotificationRow) => Promise<MailAddress | NotToBeWrittenTo | undefined>
  /**
   * The message itself. Links are derived here, with a key, and stored nowhere. Undefined when it is no longer needed:
   * a reminder of something that has been done.
   */
  renderMessage: (message: { row: NotificationRow; recipient: MailAddress }) => Promise<RenderedMessage | undefined>
}

/**
 * The task that sends one message. Taking it in hand and noting the outcome are short statements of their own: no
 * connection to the database is held while the mail server is waited for. A worker killed in between leaves the row
 * `sending`, and it is sent again under the same Message-ID.
 */
export const deliverNotification =
  ({ mailer, source, logger }: { mailer: Mailer; source: MessageSource; logger: Logger }): Task =>
  async ({ payload, database: { query }, clock, attempt }) => {
    const { notificationId: id } = deliveryPayload.parse(payload)
    const row = await claimNotification({ query, id, domain: mailer.domain, now: clock.now() })
    if (!row) return

    const result = await attemptToSend({ row, mailer, source, logger })
    const outcome = attempt.isLast && result.state === 'waiting' ? givenUp(result) : result
    await recordUntilDone({ query, id, outcome, now: clock.now(), logger })
    // The job fails too, so that graphile-worker tries it again later.
    if (outcome.state === 'waiting') throw new Error(outcome.problem)
    logger.info(
      { notification: id, template: row.template, outcome: outcome.state, attempts: row.attempts },
      'A message was dealt with.',
    )
  }

const deliveryPayload = z.object({ notificationId: z.uuid() })

const attemptToSend = async ({
  row: claimed,
  mailer,
  source,
  logger,
}: {
  row: ClaimedNotification
  mailer: Mailer
  source: MessageSource
  logger: Logger
}): Promise<Outcome> => {
  const { recipient: person } = claimed
  if (!person) return { state: 'failed', problem: 'The person it was for is no longer on record.' }
  const row = { ...claimed, recipient: person }
  let prepared: { recipient: MailAddress; rendered: RenderedMessage }
  try {
    const recipient = await source.resolveRecipient(row)
    if (!recipient)
      return {
        state: 'failed',
        problem: 'There is no e-mail address on record for this person. Add one, then send the message again.',
      }
    if ('notBecause' in recipient) return { state: 'failed', problem: recipient.notBecause }
    const rendered = await source.renderMessage({ row, recipient })
    if (!rendered) return { state: 'cancelled', problem: 'The message was no longer needed when its turn came.' }
    prepared = { recipient, rendered }
  } catch (problem) {
    logger.error(
      { notification: row.id, template: row.template, problem: String(problem) },
      'A message could not be put together.',
    )
    return {
      state: 'waiting',
      problem: 'The message could not be put together. The administrator finds the reason in the log.',
    }
  }
  return asOutcome(
    await mailer.send({ id: row.id, messageId: row.messageId, to: prepared.recipient, rendered: prepared.rendered }),
  )
}

const asOutcome = (verdict: SendVerdict): Outcome => {
  if (verdict.outcome === 'accepted') return { state: 'sent' }
  return verdict.outcome === 'later'
    ? { state: 'waiting', problem: verdict.problem }
    : { state: 'failed', problem: verdict.problem }
}

const givenUp = ({ problem }: { problem: string }): Outcome => ({
  state: 'failed',
  problem: `${problem} We tried for three days and have stopped; the message can be sent again.`,
})

/**
 * Notes the outcome, however long PostgreSQL is away: while the task holds on, nobody else takes the message for
 * unsent. Only after a day is it left to the next worker, which may then repeat it.
 */
const recordUntilDone = async ({
  logger,
  ...note
}: {
  query: Query
  id: string
  outcome: Outcome
  now: Date
  logger: Logger
}): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await recordOutcome(note)
      return
    } catch (problem) {
      if (tries >= RECORD_TRIES) throw problem
      logger.warn(
        { notification: note.id, outcome: note.outcome.state, problem: String(problem) },
        'What became of a message could not be noted; it is tried again.',
      )
      await pause(Math.min(250 * tries, 10_000))
    }
  }
}

/** About a day, at ten seconds each. */
const RECORD_TRIES = 8_640
