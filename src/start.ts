import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Router } from 'express'
import type { Payload } from 'payload'
import { systemClock } from './core/clock/clock.ts'
import { isOlderDatabase, olderDatabaseSentence } from './core/database/olderDatabase.ts'
import { readEnvironment, type Environment } from './core/env/environment.ts'
import { loadEnvironmentFile } from './core/env/environmentFile.ts'
import { createLogger } from './core/http/logger.ts'
import { DEFAULT_SETTINGS } from './core/settings/settings.ts'
import { startEmbeddedDatabase, type EmbeddedDatabase } from './local/database/startEmbeddedDatabase.ts'
import { isDiskFull } from './local/disk.ts'
import type { Mailbox } from './local/mailbox/startMailbox.ts'
import { panelBuild, type PanelBuild } from './local/panel/panelBuild.ts'
import { diskFullSentence, explainStartFailure, startProblem } from './local/problem.ts'
import { stopInOrder, stopOnSignal, type StopStep } from './local/stopping.ts'
import { writeWhole } from './local/writeWhole.ts'
import { SAMPLE_PASSWORD } from './sample/people.ts'
import { USUAL_SAMPLE } from './sample/sampleProgramme.ts'

// npm start: everything on this machine and nothing else needed, for trying the programme out and for working on it.
const projectDirectory = join(import.meta.dirname, '..')
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const seconds = (): string => process.uptime().toFixed(1)

// npm run dev says so (src/dev.mjs): the panel reloads itself, in place of being built.
const isReloading = process.env.PANEL === 'development'

// React runs in its development mode, and slowly, unless this is set before it is loaded.
Object.assign(
  process.env,
  isReloading ? { NODE_ENV: 'development', DISABLE_PAYLOAD_HMR: 'true' } : { NODE_ENV: 'production' },
)

const HEAD_START_MILLISECONDS = 250

const steps: StopStep[] = []
try {
  loadEnvironmentFile({ path: join(projectDirectory, '.env') })
  if (process.env.APP_MODE === 'production')
    throw new Error('npm start is for trying the programme out. A real deployment starts with: npm run serve')
  // Without the sample, to see how a charity begins; in a folder of its own, so that neither disturbs the other.
  const isEmpty = process.argv.includes('--empty')
  const dataDirectory = process.env.DATA_DIRECTORY ?? join(projectDirectory, isEmpty ? '.data-empty' : '.data')
  await mkdir(dataDirectory, { recursive: true })

  // PostgreSQL makes its files and starts in processes of its own; meanwhile this one reads the programme from disk,
  // which takes about as long and leaves it no moment for anything else. Hence the head start.
  const databaseOpened = openDatabase({ dataDirectory })
  await Promise.race([databaseOpened, pause(HEAD_START_MILLISECONDS)])
  const programmeRead = Promise.all([import('./boot/runServer.ts'), import('@payloadcms/richtext-lexical')])
  const mailboxOpened = process.env.SMTP_URL ? undefined : openMailbox({ dataDirectory })
  const [database, mailbox] = await Promise.all([databaseOpened, mailboxOpened])
  const environment = readEnvironment({
    source: {
      ...process.env,
      ...(await localSecrets({ dataDirectory })),
      ...localDefaults({ database, mailbox, dataDirectory }),
    },
  })
  Object.assign(process.env, {
    DATABASE_URL: environment.databaseUrl,
    PAYLOAD_SECRET: environment.payloadSecret,
    PUBLIC_URL: environment.publicUrl,
  })
  await fillDatabase({ environment, database, dataDirectory, isEmpty })
  const [{ runServer }] = await programmeRead
  let panel: Awaited<ReturnType<typeof import('./boot/panel.ts').openPanel>> | undefined
  let openingFailed = false
  const building = panelBuild({
    projectDirectory,
    dataDirectory,
    clock: systemClock,
    onProgress: (line) => say(`[${seconds()} s] ${line}`),
  })
  steps.unshift({ name: 'The panel’s build', stop: building.stop })
  const localPages = Router()
  if (mailbox) localPages.use('/mailbox', mailbox.router)
  let preview: Router | undefined
  let gallery: Router | undefined
  localPages.use('/emails', async (request, response, next) => {
    preview ??= (await import('../emails/preview.tsx')).emailPreview({
      ...(await import('./boot/emails.ts')),
      brand: DEFAULT_SETTINGS,
    })
    preview(request, response, next)
  })
  localPages.use('/gallery', async (request, response, next) => {
    gallery ??= (await import('./web/gallery/routes.tsx')).galleryRoutes()
    gallery(request, response, next)
  })
  const programme = await runServer({
    environment,
    // Its passwords are known to everybody and its mailbox is open: nobody else reaches it unless that is asked for.
    host: environment.host ?? '127.0.0.1',
    logger: createLogger({ level: process.env.LOG_LEVEL ?? 'warn' }),
    localPages,
    panel: { state: () => stateOf({ building, isOpen: panel !== undefined, openingFailed }), opened: () => panel },
  })
  steps.unshift({ name: 'The web server', stop: programme.stop })
  stopOnSignal({ stop: () => stopInOrder({ steps, report: say }), exit: (code) => process.exit(code) })

  const { publicUrl } = environment
  say(`[${seconds()} s] The portal answers: ${publicUrl}/`)
  if (environment.host && !isThisMachine(environment.host))
    say(
      `           HOST is ${environment.host}: whoever reaches this machine can sign in with the password below, and read every message.`,
    )
  if (mailbox)
    say(
      `           Messages that were sent: ${publicUrl}/mailbox   Their templates: ${publicUrl}/emails   The components: ${publicUrl}/gallery`,
    )

  const canOpen = isReloading || (await building.build()).stage === 'ready'
  if (canOpen) {
    const { openPanel } = await import('./boot/panel.ts')
    panel = await openPanel({
      projectDirectory,
      port: programme.port,
      reloadingOn: isReloading ? programme.server : undefined,
    }).catch((problem: unknown) => {
      openingFailed = true
      say(`The panel could not be opened: ${problem instanceof Error ? problem.message : String(problem)}`)
      return undefined
    })
  }
  if (panel) say(`[${seconds()} s] The panel answers: ${publicUrl}/admin`)
  if (isEmpty) await sayWhoIsFirst({ publicUrl, payload: programme.payload })
  else if (database) sayWhoCanSignIn()
} catch (problem) {
  process.stderr.write(
    `${explainStartFailure(problem) ?? (problem instanceof Error ? problem.message : String(problem))}\n`,
  )
  await stopInOrder({ steps, report: say })
  process.exit(1)
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** The database of DATABASE_URL, or our own in the data folder. */
async function openDatabase({ dataDirectory }: { dataDirectory: string }): Promise<EmbeddedDatabase | undefined> {
  if (process.env.DATABASE_URL) return undefined
  const database = await startEmbeddedDatabase({ dataDirectory, report: (line) => say(`[${seconds()} s] ${line}`) })
  steps.unshift({ name: 'PostgreSQL', stop: database.stop })
  return database
}

/** Brings the tables up to date, and puts the sample into a database of our own that is empty. */
async function fillDatabase({
  environment,
  database,
  dataDirectory,
  isEmpty,
}: {
  environment: Environment
  database: EmbeddedDatabase | undefined
  dataDirectory: string
  isEmpty: boolean
}): Promise<void> {
  const [{ migrateDatabase }, { fillEmptyDatabase }] = await Promise.all([
    import('./core/database/migrateDatabase.ts'),
    import('./sample/fillEmptyDatabase.ts'),
  ])
  try {
    if (environment.databaseOwnerUrl) await migrateDatabase({ ownerUrl: environment.databaseOwnerUrl })
    const isSample =
      database &&
      !isEmpty &&
      (await fillEmptyDatabase({ applicationUrl: environment.databaseUrl, now: systemClock.now(), size: USUAL_SAMPLE }))
    if (isSample) say(`[${seconds()} s] The sample programme is in: invented children, volunteers and committee.`)
  } catch (problem) {
    if (database && isOlderDatabase(problem)) {
      const todo = `move or delete ${dataDirectory}, and start again`
      throw startProblem({ sentence: olderDatabaseSentence({ todo }), cause: problem })
    }
    // PostgreSQL ends itself when it has no room for what it must write first; all that is seen here is a broken
    // connection.
    throw database && (await isDiskFull(database.home))
      ? startProblem({ sentence: diskFullSentence, cause: problem })
      : problem
  }
}

async function openMailbox({ dataDirectory }: { dataDirectory: string }): Promise<Mailbox> {
  const { startMailbox } = await import('./local/mailbox/startMailbox.ts')
  const mailbox = await startMailbox({
    appMode: 'local',
    directory: join(dataDirectory, 'mailbox'),
    clock: systemClock,
  })
  steps.unshift({ name: 'The mailbox', stop: mailbox.stop })
  return mailbox
}

/** What holds where the environment says nothing. */
function localDefaults({
  database,
  mailbox,
  dataDirectory,
}: {
  database: EmbeddedDatabase | undefined
  mailbox: Mailbox | undefined
  dataDirectory: string
}): Record<string, string> {
  const port = process.env.PORT?.trim() || '3000'
  return {
    APP_MODE: 'local',
    PORT: port,
    PUBLIC_URL: process.env.PUBLIC_URL?.trim() || `http://localhost:${port}`,
    DATA_DIRECTORY: dataDirectory,
    MAIL_FROM: process.env.MAIL_FROM?.trim() || 'mentoring@sample.invalid',
    ...(database ? { DATABASE_URL: database.applicationUrl, DATABASE_OWNER_URL: database.ownerUrl } : {}),
    ...(mailbox ? { SMTP_URL: mailbox.smtpUrl } : {}),
  }
}

/** Secrets of this folder alone, made once and kept. */
async function localSecrets({ dataDirectory }: { dataDirectory: string }): Promise<Record<string, string>> {
  const path = join(dataDirectory, 'secrets.json')
  if (!existsSync(path))
    await writeWhole({
      path,
      content: JSON.stringify({
        PAYLOAD_SECRET: randomBytes(32).toString('base64url'),
        LINK_SECRET: randomBytes(32).toString('base64url'),
      }),
      mode: 0o600,
    })
  const kept = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, process.env[name] ?? value]))
}

function stateOf({
  building,
  isOpen,
  openingFailed,
}: {
  building: PanelBuild
  isOpen: boolean
  openingFailed: boolean
}): 'building' | 'starting' | 'failed' | 'ready' {
  if (isOpen) return 'ready'
  const { stage } = building.state()
  if (stage === 'failed' || openingFailed) return 'failed'
  return stage === 'ready' ? 'starting' : 'building'
}

/** The way in for the first administrator of an empty start, until they have chosen a password. */
async function sayWhoIsFirst({ publicUrl, payload }: { publicUrl: string; payload: Payload }): Promise<void> {
  const [{ firstAdministrator }, { startWork }] = await Promise.all([
    import('./programme/people/accounts/firstAdministrator.ts'),
    import('./core/access/work.ts'),
  ])
  const work = await startWork({
    payload,
    actor: { kind: 'system', reason: 'an empty start for trying out' },
    from: 'a command',
  })
  const made = await firstAdministrator({ work, email: 'first@trial.invalid', name: 'First Administrator' }).catch(
    () => undefined,
  )
  say('')
  say(
    made
      ? `Nobody is in it yet. You are the first administrator (${made.email}): open this, and choose a password.`
      : `Sign in as the first administrator, first@trial.invalid, with the password that you chose: ${publicUrl}/sign-in`,
  )
  if (made) say(`  ${publicUrl}/choose-password/${made.token}`)
  say(`  Then go from top to bottom: ${publicUrl}/admin/set-up`)
  say('')
  say('Stop with Ctrl-C.')
}

function sayWhoCanSignIn(): void {
  say('')
  say(`Sign in with the password “${SAMPLE_PASSWORD}” as:`)
  for (const [who, what] of [
    ['harper@sample.invalid', 'a volunteer: proposes meetings, writes logs (portal)'],
    ['casey@sample.invalid', 'the meeting confirmer: confirms meetings (panel)'],
    ['morgan@sample.invalid', 'the co-ordinator: reads logs (panel)'],
    ['linden@sample.invalid', 'the safeguarding lead: reads who looked at what (panel)'],
    ['sage@sample.invalid', 'an administrator on the committee: accounts and settings (panel)'],
  ])
    say(`  ${String(who).padEnd(26)} ${what}`)
  say('')
  say('Stop with Ctrl-C.')
}
