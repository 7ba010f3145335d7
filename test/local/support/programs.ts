import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { EmbeddedDatabase } from '../../../src/local/database/startEmbeddedDatabase.ts'

/** What the program said: that the database is ready, or why not; neither when it was killed first. */
type Answer = { ready?: Omit<EmbeddedDatabase, 'stop' | 'kill'>; refused?: { name: string; message: string } }

/** A program of its own that keeps a database running. */
export type Program = { child: ChildProcess; answer: Promise<Answer>; end: (signal: NodeJS.Signals) => Promise<void> }

/** Runs `keepDatabase.ts` in a process of its own, as another account if told. */
export const keepDatabase = ({
  dataDirectory,
  settings = {},
  uid,
  env = {},
}: {
  dataDirectory: string
  settings?: Record<string, string>
  uid?: number
  env?: Record<string, string>
}): Program => {
  const script = new URL('keepDatabase.ts', import.meta.url).pathname
  const account = uid === undefined ? {} : { uid, gid: uid }
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDirectory, JSON.stringify(settings)], {
    cwd: new URL('../../..', import.meta.url).pathname,
    env: { PATH: process.env.PATH, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...account,
  })
  return {
    child,
    answer: firstAnswer(child),
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    },
  }
}

const firstAnswer = async (child: ChildProcess): Promise<Answer> => {
  for await (const line of child.stdout ? createInterface({ input: child.stdout }) : [])
    return JSON.parse(line) as Answer
  return {}
}
