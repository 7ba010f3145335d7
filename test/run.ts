// npm test: starts everything the tests need, runs them in two phases, and ends with the plain line `N passed, N failed`.
// Words after `--` go to jest: `npm test -- test/unit -t MTG-3`, `npm test -- --json --outputFile=results.json`.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../src/core/clock/clock.ts'
import { panelBuild } from '../src/local/panel/panelBuild.ts'
import { findChromium } from './support/chromium.ts'
import { countsOf, mergedResults, type JestResults } from './support/results.ts'
import { runDatabaseVariable, startRunDatabase } from './support/runDatabase.ts'

type Phase = { name: string; isOf: (file: string) => boolean; options: string[] }

const repositoryRoot = fileURLToPath(new URL('..', import.meta.url))
const jestProgram = join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js')

/** Tests that crash things, drive a browser or compare times (`…timing.test.ts`) want the machine to themselves. */
const wantsTheMachine = (file: string): boolean => /^test\/((fault|browser)\/|.*timing\.test)/i.test(file)

const phases: Phase[] = [
  { name: 'rules, pages and access, two files at a time', isOf: (file) => !wantsTheMachine(file), options: ['--testPathIgnorePatterns=<rootDir>/test/((fault|browser)/|.*timing\\.test)'] },
  { name: 'faults, times and browser, one file at a time', isOf: wantsTheMachine, options: ['--testPathIgnorePatterns=<rootDir>/(src/|test/(?!fault/|browser/|.*timing\\.test))', '--maxWorkers=1'] },
]

const startedAt = performance.now()
const report = (line: string): void => console.error(`[${((performance.now() - startedAt) / 1000).toFixed(1)} s] ${line}`)

/** What jest is handed of our environment: nothing that points to a database or a setting of the person who runs the tests. */
const environmentOfTests = (): NodeJS.ProcessEnv => {
  const ours = /^(APP_MODE|PUBLIC_URL|PORT|DATABASE_URL|DATABASE_OWNER_URL|PAYLOAD_SECRET|LINK_SECRET|SMTP_URL|MAIL_FROM|TRUST_PROXY_HOPS|WORKER|METRICS_PORT|LOG_LEVEL|DATA_DIRECTORY|PG[A-Z]+)$/
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
    NODE_ENV: 'test',
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  }
}

/** Takes `--json` and `--outputFile` out of the words for jest: results are wanted for the whole run, not for a phase. */
const readArguments = (given: readonly string[]): { forJest: string[]; json: boolean; outputFile: string | undefined } => {
  const forJest: string[] = []
  let json = false
  let outputFile: string | undefined
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? ''
    if (word === '--json') json = true
    else if (word.startsWith('--outputFile=')) outputFile = word.slice('--outputFile='.length)
    else if (word === '--outputFile') outputFile = given[(at += 1)]
    else forJest.push(word)
  }
  return { forJest, json, outputFile }
}

let running: ReturnType<typeof spawn> | undefined
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted = true
    running?.kill(signal)
  })
}

const runJest = async ({ options, environment = {} }: { options: string[]; environment?: Record<string, string> }): Promise<{ code: number }> => {
  const child = spawn(process.execPath, [jestProgram, ...options], { cwd: repositoryRoot, env: { ...environmentOfTests(), ...environment }, stdio: 'inherit' })
  running = child
  return await new Promise((settle, fail) => {
    child.once('error', fail)
    child.once('close', (code) => settle({ code: code ?? 1 }))
  })
}

/** The files that these words choose, relative to the repository. Throws with what jest said when it does not understand them. */
const chosenFiles = async (forJest: readonly string[]): Promise<string[]> => {
  const child = spawn(process.execPath, [jestProgram, ...forJest, '--listTests'], { cwd: repositoryRoot, env: environmentOfTests(), stdio: ['ignore', 'pipe', 'inherit'] })
  running = child
  let listed = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (listed += part))
  const code = await new Promise((settle) => child.once('close', settle))
  if (code !== 0) throw new Error('Jest could not list the tests that these words choose.')
  return listed.split('\n').filter(Boolean).map((path) => path.slice(repositoryRoot.length))
}

const readResults = async (path: string): Promise<JestResults | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JestResults
  } catch {
    return undefined
  }
}

const runPhases = async ({ files, forJest, environment, folder }: { files: string[]; forJest: string[]; environment: Record<string, string>; folder: string }) => {
  const results: JestResults[] = []
  let broken = 0
  for (const [number, { name, isOf, options }] of phases.entries()) {
    const count = files.filter(isOf).length
    if (count === 0 || interrupted) continue
    report(`Running ${count} ${count === 1 ? 'file' : 'files'}: ${name}`)
    const outputFile = join(folder, `phase-${number}.json`)
    // What could swallow the words after it (jest takes several ignore patterns after one name) comes last.
    const { code } = await runJest({ options: [...forJest, '--json', `--outputFile=${outputFile}`, ...options], environment })
    const phase = await readResults(outputFile)
    if (phase) results.push(phase)
    if (code !== 0 && (phase === undefined || phase.success)) broken += 1
  }
  return { results, broken }
}

/** The panel's tests drive the built panel, as people do. Nothing is built again while its sources stand as they are. */
const buildPanel = async ({ folder }: { folder: string }): Promise<void> => {
  report('Making sure that the panel is built')
  const built = await panelBuild({ projectDirectory: repositoryRoot, dataDirectory: folder, clock: systemClock, onProgress: report }).build()
  if (built.stage === 'failed') report(`${built.sentence} The tests that need the panel will fail.`)
}

const main = async (): Promise<number> => {
  const { forJest, json, outputFile } = readArguments(process.argv.slice(2))
  const files = await chosenFiles(forJest)
  if (files.length === 0) {
    console.error('No test file matches.')
    return 1
  }
  report('Starting a PostgreSQL for this run')
  const { database, stop } = await startRunDatabase({ report })
  const folder = await mkdtemp(join(tmpdir(), 'mentoring-test-results-'))
  try {
    if (files.some((file) => file.includes('browser'))) {
      report('Looking for a browser')
      const { executablePath } = await findChromium()
      report(`The browser is ${executablePath}`)
    }
    if (files.some((file) => /^test\/browser\/.*panel/i.test(file))) await buildPanel({ folder })
    const { results, broken } = await runPhases({ files, forJest, folder, environment: { [runDatabaseVariable]: JSON.stringify(database) } })
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
    console.log(`${passed} passed, ${failed + broken} failed`)
    return failed + broken > 0 || results.length === 0 || interrupted ? 1 : 0
  } finally {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
