import { randomBytes } from 'node:crypto'
import { chmod, mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { startProblem } from '../problem.ts'
import { canEnter, chooseAccount, type Account } from './account.ts'
import { packagedBinaries, prepareBinaries, type Binaries } from './binaries.ts'
import { databaseUrl } from './connection.ts'
import { modeOfHome } from './home.ts'
import { initialiseUnlessPresent } from './initialise.ts'
import { adoptOrEnd, launch } from './launch.ts'
import { endPostmaster, findPostmaster } from './postmaster.ts'

/** A PostgreSQL of our own on 127.0.0.1. */
export type Cluster = {
  /** The port at the moment; it changes when somebody else took it while PostgreSQL was down. */
  port: () => number
  /** The address of a database for the superuser, `postgres` unless named. */
  superuserUrl: (database?: string) => string
  /** Starts it, or takes over the one that is running; on the same port when that is still free. */
  start: () => Promise<{ adopted: boolean }>
  /** Ends it: `fast` writes everything down first, `immediate` drops everything as a power cut would. */
  stop: (mode?: 'fast' | 'immediate') => Promise<void>
  /** Sends the server process a signal and does not wait. */
  kill: (signal: NodeJS.Signals) => Promise<void>
  /** Whether it is running now. */
  isRunning: () => Promise<boolean>
}

export type ClusterRequest = {
  /** The folder that holds the cluster, its log and, where needed, a copy of the programs. Made when missing. */
  home: string
  /** The port to try first. */
  port?: number
  /**
   * The superuser's password; for a throw-away cluster one is made up. It must be the one the cluster was made with.
   */
  superuserPassword?: string
  /** False for throw-away clusters: nothing is forced to disk, so a power cut ruins it, and it is much faster. */
  durable?: boolean
  /** Further PostgreSQL settings, such as `{ max_connections: '50' }`. */
  extraSettings?: Record<string, string>
  /** PostgreSQL's programs, where they are not those that npm installed. */
  packaged?: string
  /** Hears one line whenever something takes long. */
  report?: (line: string) => void
}

/**
 * Prepares a PostgreSQL under `home`, its files made when missing; `start` it afterwards. Works as root (under another
 * account, which must be able to enter `home`) and as anybody. Throws a start problem for what the person can put
 * right.
 */
export const createCluster = async (request: ClusterRequest): Promise<Cluster> => {
  const {
    superuserPassword = randomBytes(24).toString('hex'),
    durable = true,
    extraSettings = {},
    report = () => undefined,
  } = request
  const firstPort = request.port ?? 21_000 + (randomBytes(2).readUInt16BE() % 8000)
  const account = await chooseAccount({ cluster: join(request.home, 'cluster') })
  const home = await makeFolder({ folder: request.home, account })
  const cluster = join(home, 'cluster')
  const binaries: Binaries = await prepareBinaries({
    account,
    packaged: request.packaged ?? packagedBinaries(),
    copies: home,
  })
  await initialiseUnlessPresent({ cluster, account, binaries, superuserPassword, durable })

  let port = firstPort
  const settings = { ...standingSettings, ...(durable ? {} : hastySettings), ...extraSettings }
  const site = { home, cluster, account, binaries, settings, superuserPassword, report }
  return {
    port: () => port,
    superuserUrl: (database = 'postgres') =>
      databaseUrl({ port, user: 'postgres', password: superuserPassword, database }),
    start: async () => {
      const running = await adoptOrEnd(site)
      port = running ?? (await launch({ ...site, port }))
      return { adopted: running !== undefined }
    },
    stop: async (mode = 'fast') => {
      const postmaster = await findPostmaster({ cluster })
      if (postmaster) await endPostmaster({ identity: postmaster.identity, mode })
    },
    kill: async (signal) => {
      const postmaster = await findPostmaster({ cluster })
      if (postmaster) process.kill(postmaster.identity.pid, signal)
    },
    isRunning: async () => (await findPostmaster({ cluster })) !== undefined,
  }
}

/** Ours alone to write; another account may pass through to its cluster, no more. */
const makeFolder = async ({ folder, account }: { folder: string; account: Account }): Promise<string> => {
  await mkdir(folder, { recursive: true })
  await chmod(folder, await modeOfHome({ folder, account }))
  if (await canEnter({ account, folder })) return realpath(folder)
  throw startProblem({
    sentence: `As root, PostgreSQL runs under another account, and that one cannot enter ${folder}: open the folders above it (chmod o+x), or start as an ordinary user.`,
  })
}

const standingSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  // A socket's path may have 107 characters only, and a project may sit deeper than that.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Details of a refused statement quote the row, and rows are about children.
  log_error_verbosity: 'terse',
}

const hastySettings: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
