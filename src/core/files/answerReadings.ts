import { Worker } from 'node:worker_threads'
import type { Readings } from './readings.ts'
import { unreadableWithin, type Unreadable } from './unreadable.ts'

/** What the process apart says: that it listens, or what came of a reading. */
export type ReaderSays = { ready: true } | { read: unknown } | { unreadable: Unreadable } | { failed: string }

/** What it is asked, and how many seconds of a processor it may take. */
type ReaderAsked = { reading: keyof Readings; given: never; seconds: number }

/** The life of the process apart: reads what it is asked, one file at a time, until whoever started it goes. */
export const answerReadings = ({ readings, mostBytes }: { readings: Readings; mostBytes: number }): void => {
  const watch = watchOverIt({ mostBytes })
  const say = (words: ReaderSays): void => {
    watch.postMessage(null)
    process.send?.(words)
  }
  process.on('message', ({ reading, given, seconds }: ReaderAsked) => {
    watch.postMessage(seconds)
    readings[reading](given).then(
      (read) => say({ read }),
      (problem: unknown) => {
        const words = unreadableWithin(problem)
        say(
          words
            ? { unreadable: words }
            : { failed: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) },
        )
      },
    )
  })
  process.once('disconnect', () => process.exit(0))
  say({ ready: true })
}

/**
 * A thread beside looks twenty times a second, also while a file is being read: beyond `mostBytes` of memory, which
 * V8's own limit does not count in full, beyond the seconds of a processor that it is told, or when whoever started the
 * process is gone, it ends the whole process. A processor's seconds and not the clock's: a busy machine makes no file a
 * bad one.
 */
const watchOverIt = ({ mostBytes }: { mostBytes: number }): Worker => {
  const watch = new Worker(WATCH, { eval: true, workerData: { mostBytes, startedBy: process.ppid } })
  watch.unref()
  return watch
}

const WATCH = `const { parentPort, workerData: { mostBytes, startedBy } } = require('node:worker_threads')
const spent = () => { const { user, system } = process.cpuUsage(); return user + system }
let most = Infinity
parentPort.on('message', (seconds) => { most = seconds === null ? Infinity : spent() + seconds * 1e6 })
setInterval(() => { if (process.memoryUsage.rss() > mostBytes || spent() > most || process.ppid !== startedBy) process.kill(process.pid, 'SIGKILL') }, 50)`
