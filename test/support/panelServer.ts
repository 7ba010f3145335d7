import pg from 'pg'
import type { Query } from '../../src/core/database/query.ts'
import { freePort } from '../../src/local/freePort.ts'
import { openSession } from '../../src/programme/people/signIn/sessions.ts'
import { databaseForFile } from './database.ts'
import { startProcess } from './process.ts'
import { startSmtpSink, type SmtpSink } from './smtpSink.ts'

/** The whole programme, the built panel included, with a mail server and a clock that the test moves. */
export type PanelServer = {
  publicUrl: string
  query: Query
  mail: SmtpSink
  /** Stands the programme's clock on another moment. */
  setClock: (moment: string) => Promise<void>
  /** The cookie of a sign-in at this moment. */
  cookieOf: (userId: string) => Promise<{ name: string; value: string; url: string }>
  stop: () => Promise<void>
}

/**
 * Starts it on a database of its own; the clock stands on Tuesday 3 March 2026, noon in London. Needs the panel to be
 * built.
 */
export const startPanelServer = async (): Promise<PanelServer> => {
  const database = await databaseForFile()
  const mail = await startSmtpSink()
  // A range for each of jest's workers: what is free for one is not yet taken when another asks.
  const port = await freePort({ from: 4310 + 20 * Number(process.env.JEST_WORKER_ID ?? 1) })
  const publicUrl = `http://localhost:${port}`
  let now = '2026-03-03T12:00:00Z'
  const running = await startProcess({
    script: 'test/support/fixtures/panelServer.ts',
    environment: {
      APP_MODE: 'local',
      PUBLIC_URL: publicUrl,
      PORT: String(port),
      DATABASE_URL: database.applicationUrl,
      PAYLOAD_SECRET: 'a secret that only the tests use, long enough',
      LINK_SECRET: 'another secret that only the tests use, long enough',
      SMTP_URL: mail.url,
      MAIL_FROM: 'Kids on Track <hello@example.invalid>',
      LOG_LEVEL: 'error',
      TEST_CLOCK: now,
    },
    readyWhen: { line: /the clock is set on port \d+/ },
  })
  const clockPort = /the clock is set on port (\d+)/.exec(running.output())?.[1]
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  const query: Query = async (text, values) => (await pool.query(text, values ? [...values] : undefined)).rows
  return {
    publicUrl,
    query,
    mail,
    setClock: async (moment) => {
      now = moment
      await fetch(`http://127.0.0.1:${clockPort}`, { method: 'POST', body: moment })
    },
    cookieOf: async (userId) => ({
      name: 'session',
      value: await openSession({ query, userId, now: new Date(now), device: 'a test' }),
      url: publicUrl,
    }),
    stop: async () => {
      await running.stop()
      await mail.stop()
      await pool.end()
    },
  }
}
