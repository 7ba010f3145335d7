import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compiledTestsVariable } from '../../test/support/compiledTests.ts'
import { runDatabaseVariable, type RunDatabase } from '../../test/support/runDatabase.ts'
import { planVariable, type Plan } from './jest/planFile.mjs'

/** How a process of jest ended. */
export type Ended = { code: number | null; timedOut: boolean; said: string }

type Given = {
  folder: string
  database: RunDatabase
  /** Where the tests and the product were compiled to. */
  compiled: string
  /** Where the plan is written. */
  planFile: string
  plan: Plan
  /** Words for jest itself. */
  options: string[]
  /** After how many milliseconds it is ended; undefined waits. */
  timeLimit: number | undefined
}

/**
 * Runs jest over the files of a plan, at the database of this run, and gives how it ended and the end of what it said.
 */
export const runJest = async ({
  folder,
  database,
  compiled,
  planFile,
  plan,
  options,
  timeLimit,
}: Given): Promise<Ended> => {
  await writeFile(planFile, JSON.stringify(plan))
  const program = join(folder, 'node_modules', 'jest', 'bin', 'jest.js')
  const child = spawn(
    process.execPath,
    [
      program,
      '--config',
      join(folder, 'scripts/mutation/jest/config.mjs'),
      '--watchman=false',
      ...options,
      '--runTestsByPath',
      ...plan.order,
    ],
    {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TMPDIR: process.env.TMPDIR,
        NODE_ENV: 'test',
        NODE_OPTIONS: '--conditions=production',
        [compiledTestsVariable]: compiled,
        [runDatabaseVariable]: JSON.stringify(database),
        [planVariable]: planFile,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, so that what a test started ends with it.
      detached: true,
    },
  )
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said = (said + part).slice(-4_000)))
  let timedOut = false
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  const timer = timeLimit === undefined ? undefined : setTimeout(() => ((timedOut = true), end()), timeLimit)
  process.once('exit', end)
  const code = await new Promise<number | null>((settle, fail) => {
    child.once('error', fail)
    child.once('exit', (given) => settle(given))
  })
  clearTimeout(timer)
  process.off('exit', end)
  return { code, timedOut, said }
}
