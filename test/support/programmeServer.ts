import type { Query } from '../../src/core/database/query.ts'
import { openSession } from '../../src/programme/people/signIn/sessions.ts'
import { startProcess, type RunningProcess } from './process.ts'

/** How a server's pool of connections stands. */
type PoolFigures = { total: number; idle: number; waiting: number; largest: number }

/** What came back over HTTP: status, the JSON of it where it was JSON, its text, and how long it took. */
export type Answer = { status: number; json: unknown; text: string; milliseconds: number }

/** The programme's doors in a process of its own. */
export type ProgrammeServer = {
  process: RunningProcess
  /** Sends JSON to an address under /api, as the panel does, with the cookie of a sign-in. */
  api: (request: { method?: 'POST' | 'PATCH' | 'GET'; path: string; cookie: string; body?: unknown }) => Promise<Answer>
  /** Sends a form of the portal, as a browser does. The redirect is given, not followed. */
  form: (request: { path: string; cookie: string; fields: Record<string, string> }) => Promise<Answer>
  poolFigures: () => Promise<PoolFigures>
}

/** The address under which the test server takes requests for its own. */
const testPublicUrl = 'http://localhost:3000'

/** Where the clock of a test server stands unless told: Tuesday 3 March 2026, noon in London. */
export const testNow = '2026-03-03T12:00:00Z'

/** The cookie of a sign-in that a test server will know. */
export const cookieFor = async ({ query, userId }: { query: Query; userId: string }): Promise<string> =>
  `session=${await openSession({ query, userId, now: new Date(testNow), device: 'a test' })}`

/**
 * Starts the programme's doors on a database, in a process of their own. Everything sent rejects when the process is
 * gone.
 */
export const startProgrammeServer = async ({
  applicationUrl,
  connections = 10,
  now = testNow,
}: {
  applicationUrl: string
  connections?: number
  now?: string
}): Promise<ProgrammeServer> => {
  const running = await startProcess({
    script: 'test/support/fixtures/programmeServer.ts',
    environment: {
      APP_MODE: 'local',
      PUBLIC_URL: testPublicUrl,
      DATABASE_URL: applicationUrl,
      DATABASE_CONNECTIONS: String(connections),
      PAYLOAD_SECRET: 'a secret that only the tests use, long enough',
      LINK_SECRET: 'another secret that only the tests use, long enough',
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'Kids on Track <hello@example.invalid>',
      LOG_LEVEL: 'fatal',
      WORKER: 'off',
      TEST_CLOCK: now,
    },
    readyWhen: { line: /answering on port \d+, figures on port \d+/ },
  })
  const [port, figuresPort] = /answering on port (\d+), figures on port (\d+)/.exec(running.output())?.slice(1) ?? []
  const send = async ({
    path,
    cookie,
    method,
    headers,
    body,
  }: {
    path: string
    cookie: string
    method: string
    headers: Record<string, string>
    body?: string
  }): Promise<Answer> => {
    const startedAt = performance.now()
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      redirect: 'manual',
      headers: { Cookie: cookie, Origin: testPublicUrl, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false
    return {
      status: response.status,
      text,
      json: isJson ? JSON.parse(text) : undefined,
      milliseconds: performance.now() - startedAt,
    }
  }
  return {
    process: running,
    api: ({ method = 'POST', path, cookie, body }) =>
      send({
        path: `/api${path}`,
        cookie,
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    form: ({ path, cookie, fields }) =>
      send({
        path,
        cookie,
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
    poolFigures: async () => (await (await fetch(`http://127.0.0.1:${figuresPort}`)).json()) as PoolFigures,
  }
}
