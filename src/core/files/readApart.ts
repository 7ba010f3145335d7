import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { httpProblem } from '../http/httpProblem.ts'
import type { ReaderSays } from './answerReadings.ts'
import type { Readings } from './readings.ts'
import type { Unreadable } from './unreadable.ts'

/** What came of a reading: what was read, or why the file cannot be taken. */
export type Outcome<Read> = { read: Read } | { unreadable: Unreadable }

type Asked<Name extends keyof Readings> = {
  reading: Name
  given: Parameters<Readings[Name]>[0]
  /** Who brought the file: nobody has more than `share` under way. */
  by: string
  share?: number
  /** How long a processor may work on it; by the clock six times as long. */
  seconds?: number
  /** What is said of a file that takes more time or memory than there is. */
  tooMuch: Unreadable
}

/**
 * Reads a file from outside in a process of its own, which is ended when it takes more than `seconds` of a processor,
 * or more memory than there is; whoever else uses the programme notices nothing. At most two files are read at a time
 * and a few wait. Throws a 429 with a sentence when too many wait, or too many of one person, and an error when no
 * process can be started or a reading is at fault.
 */
export const readApart = async <Name extends keyof Readings>({
  by,
  share = 2,
  seconds = 4,
  ...asked
}: Asked<Name>): Promise<Outcome<Awaited<ReturnType<Readings[Name]>>>> => {
  const underWay = [...waiting, ...busy.values()]
  if (waiting.length >= MOST_WAITING)
    throw tryLater('Many files are being read at the moment, so we did not read yours.')
  if (underWay.filter((job) => job.by === by).length >= share)
    throw tryLater('We are still reading the last files that you sent.')
  return new Promise((settle, fail) => {
    waiting.push({ ...asked, by, seconds, settle: settle as Job['settle'], fail })
    startNext()
  })
}

type Job = {
  reading: keyof Readings
  given: unknown
  by: string
  seconds: number
  tooMuch: Unreadable
  settle: (outcome: Outcome<unknown>) => void
  fail: (problem: Error) => void
}

const MOST_READERS = 2
const MOST_WAITING = 12
const START_SECONDS = 60
const IDLE_SECONDS = 30
const LONGER_ON_A_BUSY_MACHINE = 6
const HEAP_MEGABYTES = 256

const waiting: Job[] = []
const idle: Reader[] = []
const busy = new Map<Reader, Job>()

const startNext = (): void => {
  if (busy.size >= MOST_READERS) return
  const job = waiting.shift()
  if (!job) return
  const reader = idle.pop() ?? startReader()
  busy.set(reader, job)
  void answer({ reader, job }).finally(() => {
    busy.delete(reader)
    startNext()
  })
}

const answer = async ({ reader, job }: { reader: Reader; job: Job }): Promise<void> => {
  try {
    const said = await reader.ask(job)
    if (said === 'ended') return job.settle({ unreadable: job.tooMuch })
    keepForLater(reader)
    if ('failed' in said) return job.fail(new Error(`A file could not be read. ${said.failed}`))
    if ('ready' in said) return job.fail(new Error('A file could not be read: the process that reads began anew.'))
    job.settle(said)
  } catch (problem) {
    job.fail(problem instanceof Error ? problem : new Error(String(problem)))
  }
}

const keepForLater = (reader: Reader): void => {
  idle.push(reader)
  reader.rest(() => {
    const place = idle.indexOf(reader)
    if (place !== -1) idle.splice(place, 1)
  })
}

/** A process that reads, one file at a time. */
type Reader = {
  /** What it said of the file, or that it was ended. Rejects when it could not be started. */
  ask: (job: Job) => Promise<ReaderSays | 'ended'>
  /** It holds nothing up while it waits for the next file, and goes after a while; `gone` is told. */
  rest: (gone: () => void) => void
}

const startReader = (): Reader => {
  const child = fork(PROGRAM, ['fileReader'], {
    execArgv: ['--conditions=production', `--max-old-space-size=${HEAP_MEGABYTES}`],
    // What reads a stranger's file is given no secret, no address of a database, and none of our own options.
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr?.on('data', (part: Buffer) => (complaint = `${complaint}${part.toString()}`.slice(-2_000)))
  const hasStarted = nextWord({ child, seconds: START_SECONDS }).then((said) => {
    if (said === 'ended') throw new Error(`The process that reads files could not be started. ${complaint}`)
    yieldToOthers(child)
  })
  let leave: NodeJS.Timeout | undefined
  let isGone = (): void => undefined
  child.once('exit', () => isGone())
  return {
    ask: async ({ reading, given, seconds }) => {
      clearTimeout(leave)
      isGone = () => undefined
      holdUp(child, true)
      await hasStarted
      const said = nextWord({ child, seconds: seconds * LONGER_ON_A_BUSY_MACHINE })
      child.send({ reading, given, seconds }, ignoreGone)
      return said
    },
    rest: (gone) => {
      holdUp(child, false)
      isGone = gone
      leave = setTimeout(() => {
        gone()
        child.kill('SIGKILL')
      }, IDLE_SECONDS * 1_000).unref()
    },
  }
}

/** Who is gone before it is asked is noticed by its end. */
const ignoreGone = (): void => undefined

/** Where the programme is started from: it finds or makes the plain files, whichever way the rest of it is run. */
const PROGRAM = fileURLToPath(new URL('../../run.mjs', import.meta.url))

/** What the process says next; 'ended' when it goes before that, or is ended because it took longer. */
const nextWord = ({ child, seconds }: { child: ChildProcess; seconds: number }): Promise<ReaderSays | 'ended'> =>
  new Promise((settle) => {
    const finish = (said: ReaderSays | 'ended'): void => {
      clearTimeout(limit)
      child.off('message', heard)
      child.off('exit', left)
      child.off('error', left)
      settle(said)
    }
    const heard = (said: unknown): void => finish(said as ReaderSays)
    const left = (): void => finish('ended')
    const limit = setTimeout(() => child.kill('SIGKILL'), seconds * 1_000)
    if (child.exitCode !== null || child.signalCode !== null) return finish('ended')
    child.once('message', heard)
    child.once('exit', left)
    child.once('error', left)
  })

/** Where the machine is busy, pages come first and files after them. */
const yieldToOthers = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // Not every machine lets a process be made to yield; it then competes like any other.
  }
}

const holdUp = (child: ChildProcess, holds: boolean): void => {
  const stderr = child.stderr as (ChildProcess['stderr'] & { ref: () => void; unref: () => void }) | null
  for (const one of [child, child.channel, stderr]) {
    if (holds) one?.ref()
    else one?.unref()
  }
}

const tryLater = (reason: string): Error =>
  httpProblem({
    status: 429,
    retryAfterSeconds: 20,
    rule: 'INPUT',
    reason,
    nextStep: 'Wait a minute, then send it again.',
  })
