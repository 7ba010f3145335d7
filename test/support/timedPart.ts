import type { TimedPart } from './slowestFiles.ts'

/** Does the work and notes how long it took, for the table of the slowest files at the end of a run. */
export const timedPart = async <Result>(part: TimedPart, work: () => Promise<Result>): Promise<Result> => {
  const startedAt = performance.now()
  try {
    return await work()
  } finally {
    const parts = (globalThis as { [partsOfTheFile]?: Partial<Record<TimedPart, number>> })[partsOfTheFile]
    if (parts) parts[part] = (parts[part] ?? 0) + performance.now() - startedAt
  }
}

/** Where test/support/testRunner.mjs waits for them. */
const partsOfTheFile = Symbol.for('times of the test file')
