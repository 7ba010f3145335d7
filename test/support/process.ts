import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll } from '@jest/globals'
import { compiledPath, compiledTestsVariable } from './compiledTests.ts'
import { waitUntil } from './waitUntil.ts'

/** How a process says that it is ready: a line it prints, or an address that answers 200. */
type Readiness = { line: RegExp } | { url: string }

export type ProcessPlan = {
  /** The TypeScript file to run, from the repository's root: 'src/server.ts'. */
  script: string
  arguments?: readonly string[]
  /** Added to the environment of the tests; undefined takes a variable away. */
  environment?: Record<string, string | undefined>
  workingDirectory?: string
  readyWhen: Readiness
  /** How long it may take to be ready; 60 seconds unless told. */
  timeoutMilliseconds?: number
}

type ProcessEnd = { code: number | null; signal: NodeJS.Signals | null }

export type RunningProcess = {
  processId: number
  /** From the start of the process until it was ready. */
  readyAfterMilliseconds: number
  /** Everything it has printed so far, on both outputs. */
  output: () => string
  isRunning: () => boolean
  /** Waits for words in the output, from the start of it; throws with the output when they do not come. */
  waitForOutput: (words: RegExp, options?: { timeoutMilliseconds?: number }) => Promise<void>
  /**
   * kill -9 of this process, as the kernel does when memory runs out. What it started in a group of its own
   * (PostgreSQL, a build) lives on.
   */
  kill: () => Promise<ProcessEnd>
  /** Asks it to stop (SIGTERM) and waits for the end; throws when it has not ended in 30 seconds. */
  stop: () => Promise<ProcessEnd>
  ended: Promise<ProcessEnd>
}

/**
 * Runs one of our scripts as a process of its own, with real signals, and comes back when it is ready. Throws with its
 * output when it ends first or is not ready in time. To restart it, start the same plan again. Whatever still runs when
 * the file's tests end is killed with everything it started.
 */
export const startProcess = async (plan: ProcessPlan): Promise<RunningProcess> => {
  const startedAt = performance.now()
  // node itself and not the `tsx` command, which would take the signal in place of the process that does the work. A
  // group of its own, so that what it started can be cleaned away with it.
  const child = spawn(
    process.execPath,
    ['--conditions=production', ...programOf(plan.script), ...(plan.arguments ?? [])],
    {
      cwd: plan.workingDirectory ?? repositoryRoot,
      env: { ...process.env, NODE_OPTIONS: '', ...plan.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  )
  const processId = child.pid
  if (processId === undefined) throw new Error(`${plan.script} could not be started.`)
  groups.add(processId)

  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (words: string) => (output += words))
  }
  // At once and never later: numbers of processes come round again, and by then the group may be somebody else's.
  child.once('exit', () => killGroup(processId))
  let end: ProcessEnd | undefined
  const ended = new Promise<ProcessEnd>((resolve) => {
    child.once('close', (code, signal) => {
      end = { code, signal }
      resolve(end)
    })
  })
  const failure = (words: string): Error => new Error(`${plan.script} ${words}. It printed:\n${output}`)

  const waitForOutput = async (
    words: RegExp,
    { timeoutMilliseconds = 30_000 }: { timeoutMilliseconds?: number } = {},
  ): Promise<void> => {
    await waitUntil({
      what: `${String(words)} in the output`,
      holds: () => words.test(output),
      timeoutMilliseconds,
    }).catch((cause: unknown) => {
      throw new Error(failure('did not say what was waited for').message, { cause })
    })
  }

  const { readyWhen, timeoutMilliseconds = 60_000 } = plan
  await waitUntil({
    what: `${plan.script} to be ready`,
    holds: async () =>
      end !== undefined || ('line' in readyWhen ? readyWhen.line.test(output) : await answers(readyWhen.url)),
    timeoutMilliseconds,
  }).catch((cause: unknown) => {
    killGroup(processId)
    throw new Error(failure('was not ready in time').message, { cause })
  })
  if (end !== undefined) throw failure(`ended before it was ready (${describeEnd(end)})`)

  return {
    processId,
    readyAfterMilliseconds: performance.now() - startedAt,
    output: () => output,
    isRunning: () => end === undefined,
    waitForOutput,
    kill: async () => {
      child.kill('SIGKILL')
      return await exitOf({ child, end })
    },
    stop: async () => {
      child.kill('SIGTERM')
      await waitUntil({
        what: `${plan.script} to stop`,
        holds: () => end !== undefined,
        timeoutMilliseconds: 30_000,
      }).catch((cause: unknown) => {
        killGroup(processId)
        throw new Error(failure('did not stop').message, { cause })
      })
      return await ended
    },
    ended,
  }
}

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

/** What a run has compiled starts in half the time; a script that is not among it is translated while it loads. */
const programOf = (script: string): string[] => {
  const folder = process.env[compiledTestsVariable]
  const compiled = folder === undefined ? undefined : compiledPath({ folder, file: script })
  return compiled !== undefined && existsSync(compiled) ? [compiled] : ['--import', 'tsx', script]
}

const groups = new Set<number>()

const killGroup = (processId: number): void => {
  if (!groups.delete(processId)) return
  try {
    process.kill(-processId, 'SIGKILL')
  } catch {
    // Nothing of the group is left: that is what was wanted.
  }
}

// Not process.on('exit'): the `process` of a test file is jest's own copy, whose events never come.
afterAll(() => {
  for (const processId of [...groups]) killGroup(processId)
})

/** The end of a killed process. 'exit', not 'close': what it started may hold its output open long after it is dead. */
const exitOf = async ({ child, end }: { child: ChildProcess; end: ProcessEnd | undefined }): Promise<ProcessEnd> => {
  if (end) return end
  if (child.exitCode !== null || child.signalCode !== null) return { code: child.exitCode, signal: child.signalCode }
  return await new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
}

const answers = async (url: string): Promise<boolean> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) })
  await response.arrayBuffer()
  return response.status === 200
}

const describeEnd = ({ code, signal }: ProcessEnd): string => (signal === null ? `code ${String(code)}` : signal)
