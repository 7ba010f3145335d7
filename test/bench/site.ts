import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCluster } from '../../src/local/database/cluster.ts'
import { prepareDatabase } from '../../src/local/database/roles.ts'
import { compiledPath } from '../support/compiledTests.ts'
import { compileTests } from '../support/compileTests.ts'

/** What is started here. */
const PROGRAMS = ['product.ts', 'floor.ts', 'queues.ts'] as const

/** A program that was started and said that it is ready. */
export type Started = { origin: string; stop: () => void }

/**
 * Where the measurements happen: a PostgreSQL of their own that writes everything to disk, a folder, and the programs
 * started.
 */
export type Site = {
  folder: string
  /** A new, empty database: its addresses for the owner, the application, and the superuser who fills it. */
  newDatabase: (name: string) => Promise<{ ownerUrl: string; applicationUrl: string; superuserUrl: string }>
  /**
   * Starts a script of this folder as a program of its own, compiled as what is served is, and waits until it says
   * `ready PORT`.
   */
  start: (given: {
    script: (typeof PROGRAMS)[number]
    words?: string[]
    environment: Record<string, string>
  }) => Promise<Started>
  close: () => Promise<void>
}

export const openSite = async (): Promise<Site> => {
  const folder = await mkdtemp(join(tmpdir(), 'mentoring-bench-'))
  const cluster = await createCluster({
    home: folder,
    durable: true,
    extraSettings: { maintenance_work_mem: '128MB', max_wal_size: '4GB' },
  })
  await cluster.start()
  const { folder: compiled } = await compileTests({ files: PROGRAMS.map((name) => `test/bench/${name}`) })
  const passwords = { ownerPassword: randomUUID(), webPassword: randomUUID() }
  const programs = new Set<ChildProcess>()
  const spawned = ({
    script,
    words = [],
    environment,
  }: {
    script: (typeof PROGRAMS)[number]
    words?: string[]
    environment: Record<string, string>
  }) => {
    const program = spawn(
      process.execPath,
      [
        '--conditions=production',
        '--enable-source-maps',
        compiledPath({ folder: compiled, file: `test/bench/${script}` }),
        ...words,
      ],
      { env: { ...process.env, NODE_ENV: 'production', ...environment }, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    programs.add(program)
    program.once('exit', () => programs.delete(program))
    return program
  }
  return {
    folder,
    newDatabase: async (name) => ({
      ...(await prepareDatabase({
        superuserUrl: cluster.superuserUrl,
        port: cluster.port(),
        database: name,
        ...passwords,
      })),
      superuserUrl: cluster.superuserUrl(name),
    }),
    start: async ({ script, ...given }) => {
      const program = spawned({ script, ...given })
      const port = await new Promise<string>((resolve, reject) => {
        program.once('exit', (code, signal) =>
          reject(new Error(`${script} ended before it was ready (${code ?? signal}).`)),
        )
        program.stdout?.on('data', (part: Buffer) => {
          const found = /ready (\d+)/.exec(String(part))?.[1]
          if (found) resolve(found)
        })
      })
      return { origin: `http://127.0.0.1:${port}`, stop: () => void program.kill('SIGTERM') }
    },
    close: async () => {
      for (const program of programs) program.kill('SIGKILL')
      await cluster.stop('immediate')
      await rm(folder, { recursive: true, force: true })
      await rm(compiled, { recursive: true, force: true })
    },
  }
}

/** A port that nobody uses at the moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
