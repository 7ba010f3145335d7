// npm test: starts everything the tests need, runs them in phases, and ends with the plain line `N passed, N failed`.
// Words after `--` go to jest: `npm test -- test/programme/meetings -t MTG-3`, `npm test -- --json
// --outputFile=results.json`.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../src/core/clock/clock.ts'
import { panelBuild } from '../src/local/panel/panelBuild.ts'
import { findChromium } from './support/chromium.ts'
import { compiledTestsVariable } from './support/compiledTests.ts'
import { compileTests, type CompiledTests } from './support/compileTests.ts'
import { costsOf, slowestFiles, type FileNote, type FileResult } from './support/slowestFiles.ts'
import { countsOf, mergedResults, type JestResults } from './support/results.ts'
import { runDatabaseVariable, startRunDatabase } from './support/runDatabase.ts'

/** So many need no table. */
const FEW_FILES = 3

type Phase = { name: string; isOf: (file: string) => boolean; options: string[] }

const repositoryRoot = fileURLToPath(new URL('..', import.meta.url))
const jestProgram = join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js')

/** Tests that compare times, against one another or with a limit of milliseconds, want the machine to themselves. */
const ALONE = String.raw`attack/enumeration\.test|.*timing\.test`
/**
 * Tests that crash things or drive a browser: each on a database, a port and, where it crashes PostgreSQL, a PostgreSQL
 * of its own.
 */
const FAULTS_AND_BROWSER = 'fault/|browser/'

const isAlone = (file: string): boolean => new RegExp(`^test/(${ALONE})`, 'i').test(file)
const isFaultOrBrowser = (file: string): boolean =>
  new RegExp(`^test/(${FAULTS_AND_BROWSER})`).test(file) && !isAlone(file)

const phases: Phase[] = [
  {
    name: 'rules, pages and access, two files at a time',
    isOf: (file) => !isAlone(file) && !isFaultOrBrowser(file),
    options: [`--testPathIgnorePatterns=<rootDir>/test/(${ALONE}|${FAULTS_AND_BROWSER})`],
  },
  {
    name: 'faults and browser, two files at a time',
    isOf: isFaultOrBrowser,
    options: [`--testPathIgnorePatterns=<rootDir>/(src/|test/(?!${FAULTS_AND_BROWSER})|test/(${ALONE}))`],
  },
  {
    name: 'times, one file at a time',
    isOf: isAlone,
    options: [`--testPathIgnorePatterns=<rootDir>/(src/|test/(?!${ALONE}))`, '--maxWorkers=1'],
  },
]

const startedAt = performance.now()
const report = (line: string): void =>
  console.error(`[${((performance.now() - startedAt) / 1000).toFixed(1)} s] ${line}`)

/**
 * What jest is handed of our environment: nothing that points to a database or a setting of the person who runs the
 * tests.
 */
const environmentOfTests = (): NodeJS.ProcessEnv => {
  const ours =
    /^(APP_MODE|PUBLIC_URL|PORT|DATABASE_URL|DATABASE_OWNER_URL|PAYLOAD_SECRET|LINK_SECRET|SMTP_URL|MAIL_FROM|TRUST_PROXY_HOPS|WORKER|METRICS_PORT|LOG_LEVEL|DATA_DIRECTORY|PG[A-Z]+)$/
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
    NODE_ENV: 'test',
    NODE_OPTIONS: '--conditions=production',
  }
}

/**
 * Takes `--json` and `--outputFile` out of the words for jest: results are wanted for the whole run, not for a phase.
 * `--alone` is ours:
 * only what needs neither database nor browser nor another process.
 */
const readArguments = (
  given: readonly string[],
): { forJest: string[]; json: boolean; outputFile: string | undefined; alone: boolean } => {
  const forJest: string[] = []
  let json = false
  let alone = false
  let outputFile: string | undefined
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? ''
    if (word === '--json') json = true
    else if (word === '--alone') alone = true
    else if (word.startsWith('--outputFile=')) outputFile = word.slice('--outputFile='.length)
    else if (word === '--outputFile') outputFile = given[(at += 1)]
    else forJest.push(word)
  }
  return { forJest, json, outputFile, alone }
}

let running: ReturnType<typeof spawn> | undefined
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted = true
    running?.kill(signal)
  })
}

const runJest = async ({
  options,
  environment = {},
}: {
  options: string[]
  environment?: Record<string, string>
}): Promise<{ code: number }> => {
  const child = spawn(process.execPath, [jestProgram, ...options], {
    cwd: repositoryRoot,
    env: { ...environmentOfTests(), ...environment },
    stdio: 'inherit',
  })
  running = child
  return await new Promise((settle, fail) => {
    child.once('error', fail)
    child.once('close', (code) => settle({ code: code ?? 1 }))
  })
}

/**
 * The files that these words choose, relative to the repository. Throws with what jest said when it does not understand
 * them.
 */
const chosenFiles = async (forJest: readonly string[]): Promise<string[]> => {
  const child = spawn(process.execPath, [jestProgram, ...forJest, '--listTests'], {
    cwd: repositoryRoot,
    env: environmentOfTests(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running = child
  let listed = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (listed += part))
  const code = await new Promise((settle) => child.once('close', settle))
  if (code !== 0) throw new Error('Jest could not list the tests that these words choose.')
  return listed
    .split('\n')
    .filter(Boolean)
    .map((path) => path.slice(repositoryRoot.length))
}

const readResults = async (path: string): Promise<JestResults | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JestResults
  } catch {
    return undefined
  }
}

const runPhases = async ({
  files,
  forJest,
  environment,
  folder,
  panel,
}: {
  files: string[]
  forJest: string[]
  environment: Record<string, string>
  folder: string
  panel: { built: () => Promise<void> } | undefined
}) => {
  const results: JestResults[] = []
  let broken = 0
  for (const [number, { name, isOf, options }] of phases.entries()) {
    const ofPhase = files.filter(isOf)
    if (!interrupted && ofPhase.some(needsPanel)) await panel?.built()
    const count = ofPhase.length
    if (count === 0 || interrupted) continue
    report(`Running ${count} ${count === 1 ? 'file' : 'files'}: ${name}`)
    const outputFile = join(folder, `phase-${number}.json`)
    // What could swallow the words after it (jest takes several ignore patterns after one name) comes last.
    const { code } = await runJest({
      options: [...forJest, '--json', `--outputFile=${outputFile}`, ...options],
      environment,
    })
    const phase = await readResults(outputFile)
    if (phase) results.push(phase)
    if (code !== 0 && (phase === undefined || phase.success)) broken += 1
  }
  return { results, broken }
}

const needsPanel = (file: string): boolean => /^test\/browser\/.*panel/i.test(file)

/**
 * The panel's tests drive the built panel, as people do. Nothing is built again while its sources stand as they are.
 */
const panelOf = ({ folder }: { folder: string }): { built: () => Promise<void>; stop: () => Promise<void> } => {
  const panel = panelBuild({
    projectDirectory: repositoryRoot,
    dataDirectory: folder,
    clock: systemClock,
    onProgress: report,
  })
  const building = panel.build()
  report('Making sure that the panel is built')
  return {
    built: async () => {
      const state = await building
      if (state.stage === 'failed') report(`${state.sentence} The tests that need the panel will fail.`)
    },
    stop: panel.stop,
  }
}

/** What the workers noted of each file; nothing when none came so far. */
const readNotes = async (compiled: string): Promise<FileNote[]> => {
  try {
    return (await readFile(join(compiled, 'notes.jsonl'), 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as FileNote)
  } catch {
    return []
  }
}

const main = async (): Promise<number> => {
  const { forJest: words, json, outputFile, alone } = readArguments(process.argv.slice(2))
  const chosen = await chosenFiles(words)
  report(alone ? 'Compiling' : 'Compiling, and starting a PostgreSQL for this run')
  const compiling = compileTests({ files: chosen })
  // Heard of below, once PostgreSQL can be stopped again.
  compiling.catch(() => undefined)
  const { database, stop } = alone
    ? { database: undefined, stop: () => Promise.resolve() }
    : await startRunDatabase({ report })
  const folder = await mkdtemp(join(tmpdir(), 'mentoring-test-results-'))
  let panel: ReturnType<typeof panelOf> | undefined
  let compiled: CompiledTests | undefined
  try {
    compiled = await compiling
    const files = alone ? compiled.alone : chosen
    if (files.length === 0) {
      console.error('No test file matches.')
      return 1
    }
    const forJest = [
      ...words,
      ...chosen
        .filter((file) => !files.includes(file))
        .map((file) => `--testPathIgnorePatterns=<rootDir>/${file.replaceAll('.', String.raw`\.`)}$`),
    ]
    if (files.some((file) => file.includes('browser'))) {
      report('Looking for a browser')
      const { executablePath } = await findChromium()
      report(`The browser is ${executablePath}`)
    }
    // Meanwhile, since only a later phase needs it.
    panel = files.some(needsPanel) ? panelOf({ folder }) : undefined
    const { results, broken } = await runPhases({
      files,
      forJest,
      folder,
      panel,
      environment: {
        ...(database ? { [runDatabaseVariable]: JSON.stringify(database) } : {}),
        [compiledTestsVariable]: compiled.folder,
      },
    })
    if (results.length > 0 && json) {
      const merged = JSON.stringify(mergedResults(results))
      if (outputFile === undefined) console.log(merged)
      else {
        await mkdir(dirname(resolve(outputFile)), { recursive: true })
        await writeFile(resolve(outputFile), merged)
      }
    }
    const { passed, failed } = countsOf(results)
    report('Done')
    const costs = costsOf({
      results: results.flatMap(({ testResults }) => testResults as FileResult[]),
      notes: await readNotes(compiled.folder),
      repositoryRoot,
    })
    if (costs.length > FEW_FILES) console.error(`\n${slowestFiles({ costs, most: 25 })}\n`)
    console.log(`${passed} passed, ${failed + broken} failed`)
    return failed + broken > 0 || results.length === 0 || interrupted ? 1 : 0
  } finally {
    await Promise.all([stop(), panel?.stop()])
    await Promise.all(
      [folder, ...(compiled ? [compiled.folder] : [])].map((path) => rm(path, { recursive: true, force: true })),
    )
  }
}

process.exitCode = await main()
