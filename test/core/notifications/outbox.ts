import { z } from 'zod'
import { anAddress } from '../../../src/core/house/audience.ts'
import { defineMessages, moment } from '../../../src/core/house/defineMessage.ts'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import pino from 'pino'
import { systemClock } from '../../../src/core/clock/clock.ts'
import type { Query } from '../../../src/core/database/query.ts'
import { startWorker, type JobWorker } from '../../../src/core/jobs/startWorker.ts'
import { taskDatabase, type TaskDatabase } from '../../../src/core/jobs/taskDatabase.ts'
import type { MessageSource } from '../../../src/core/notifications/deliverNotification.ts'
import { enqueueNotification } from '../../../src/core/notifications/enqueueNotification.ts'
import { createMailer, type SmtpPatience } from '../../../src/core/notifications/mailer.ts'
import type { NewNotification } from '../../../src/core/notifications/notification.ts'
import { notificationTasks } from '../../../src/core/notifications/notificationTasks.ts'

/** An outbox with real PostgreSQL below it, and workers that send from it. */
export type Outbox = {
  database: TaskDatabase
  pool: pg.Pool
  /** Puts one message in, as the application does; to a made-up address unless told. */
  enqueue: (notification?: Partial<NewNotification>) => Promise<string>
  enqueueMany: (count: number) => Promise<string[]>
  startSender: (options: {
    smtpUrl: string
    patience?: SmtpPatience
    source?: Partial<MessageSource>
    concurrency?: number
    sweepSeconds?: number
  }) => JobWorker
  read: (id: string) => Promise<StoredMessage>
  countByState: () => Promise<Record<string, number>>
  /** Makes every job that waits for its next try due now: graphile-worker lives on PostgreSQL's time. */
  makeDue: () => Promise<void>
  /** Ends what is still open. */
  close: () => Promise<void>
}

type StoredMessage = {
  state: string
  attempts: number
  last_problem: string | null
  message_id: string | null
  sent_at: Date | null
}

/** For tests in which the server hangs: short enough to wait for, long enough for a busy machine. */
export const shortPatience: SmtpPatience = { greeting: 2_000, silence: 2_000, altogether: 8_000 }

/** A message of no area, to a bare address. */
export const aMessage = defineMessages({
  'a-message': { details: z.strictObject({ startsAt: moment.optional() }), to: anAddress },
})['a-message']

/** Opens an outbox on the database at an address. */
export const openOutbox = ({ applicationUrl }: { applicationUrl: string }): Outbox => {
  const pool = new pg.Pool({ connectionString: applicationUrl, max: 8, connectionTimeoutMillis: 5_000 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const database = taskDatabase({ pool })
  const senders: JobWorker[] = []
  let count = 0

  const enqueueWith = async ({
    query,
    notification,
  }: {
    query: Query
    notification?: Partial<NewNotification>
  }): Promise<string> => {
    count += 1
    const row = await enqueueNotification({
      query,
      now: systemClock.now(),
      notification: {
        message: aMessage,
        recipient: { kind: 'address', address: `reader${count}@example.org` },
        subject: { collection: 'session-logs', record: '00000000-0000-4000-8000-000000000000' },
        dedupeKey: randomUUID(),
        ...notification,
      },
    })
    if (!row) throw new Error('The message was there already.')
    return row.id
  }

  return {
    database,
    pool,
    enqueue: async (notification) =>
      await database.withTransaction(async (query) => await enqueueWith({ query, notification })),
    enqueueMany: async (wanted) =>
      await Promise.all(
        Array.from(
          { length: wanted },
          async () => await database.withTransaction(async (query) => await enqueueWith({ query })),
        ),
      ),
    startSender: ({ smtpUrl, patience, source = {}, concurrency = 4, sweepSeconds = 1 }) => {
      const sender = startWorker({
        connectionString: applicationUrl,
        pool,
        tasks: notificationTasks({
          mailer: createMailer({
            smtpUrl,
            mailFrom: 'Kids on Track <mentoring@example.org>',
            ...(patience && { patience }),
          }),
          source: { ...plainSource, ...source },
          logger: quietLogger,
        }),
        recurring: [],
        logger: quietLogger,
        clock: systemClock,
        concurrency,
        sweepSeconds,
      })
      senders.push(sender)
      return sender
    },
    read: async (id) => {
      const [row] = await database.query<StoredMessage>(
        'select state, attempts::int as attempts, last_problem, message_id, sent_at from notifications where id = $1',
        [id],
      )
      if (!row) throw new Error('There is no such message.')
      return row
    },
    countByState: async () => {
      const rows = await database.query<{ state: string; count: number }>(
        'select state, count(*)::int as count from notifications group by state',
      )
      return Object.fromEntries(rows.map(({ state, count: many }) => [state, many]))
    },
    makeDue: async () => {
      await database.query(
        'update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()',
      )
    },
    close: async () => {
      await Promise.all(senders.map(async (sender) => await sender.stop({ withinSeconds: 5 })))
      await pool.end()
    },
  }
}

/** Sends to the bare address of the row, and says which row it was. */
const plainSource: MessageSource = {
  resolveRecipient: async ({ recipient }) =>
    'address' in recipient ? { address: recipient.address, name: '' } : undefined,
  renderMessage: async ({ row }) => ({
    subject: 'A new log is ready to read',
    html: '<p>Sign in to read it.</p>',
    text: `Sign in to read it. ${row.id}`,
  }),
}

const quietLogger = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' })
