import { performance } from 'node:perf_hooks'

/** One thing to stop: its name for the log, how, and after how many milliseconds to go on without it. */
export type StopStep = { name: string; stop: () => Promise<void>; limit?: number }

/**
 * Stops things one after another in the order given: doors first, then the worker, PostgreSQL last, since the others
 * still need it. A step that fails or exceeds its limit (15 s unless told) is reported and the next one is stopped all
 * the same. Returns whether all went well.
 */
export const stopInOrder = async ({
  steps,
  report,
}: {
  steps: readonly StopStep[]
  report: (line: string) => void
}): Promise<boolean> => {
  let well = true
  for (const { name, stop, limit = 15_000 } of steps) {
    try {
      await within({ limit, work: stop() })
    } catch (error) {
      well = false
      report(`${name} did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return well
}

/**
 * Calls `stop` once at the first SIGTERM, SIGINT (Ctrl-C) or SIGHUP (the terminal was closed), then `exit` with 0, or 1
 * when something did not stop cleanly. A second Ctrl-C two seconds later or more leaves at once: PostgreSQL stays
 * behind, whole, and the next start adopts it. Earlier repeats are ignored, because npm and the terminal both pass on
 * the same Ctrl-C.
 */
export const stopOnSignal = ({ stop, exit }: { stop: () => Promise<boolean>; exit: (code: number) => void }): void => {
  let stoppingSince: number | undefined
  const onSignal = (): void => {
    if (stoppingSince === undefined) {
      stoppingSince = performance.now()
      void stop().then(
        (well) => exit(well ? 0 : 1),
        () => exit(1),
      )
    } else if (performance.now() - stoppingSince > 2000) exit(130)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)
}

const within = async ({ limit, work }: { limit: number; work: Promise<void> }): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${limit / 1000} s`)), limit)
  })
  await Promise.race([work, tooLong]).finally(() => clearTimeout(timer))
}
