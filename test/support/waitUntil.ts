import { setTimeout as pause } from 'node:timers/promises'

/**
 * Asks again and again until the answer is yes. Throws after `timeoutMilliseconds` (10 seconds unless told), naming
 * what was waited for; an error thrown by `holds` counts as "not yet" and is named in that message.
 */
export const waitUntil = async ({
  what,
  holds,
  timeoutMilliseconds = 10_000,
  everyMilliseconds = 20,
}: {
  what: string | (() => string)
  holds: () => boolean | Promise<boolean>
  timeoutMilliseconds?: number
  everyMilliseconds?: number
}): Promise<void> => {
  const deadline = performance.now() + timeoutMilliseconds
  let lastError: unknown
  for (;;) {
    try {
      if (await holds()) return
      lastError = undefined
    } catch (error) {
      lastError = error
    }
    if (performance.now() > deadline) {
      const words = typeof what === 'function' ? what() : what
      throw new Error(`Waited ${timeoutMilliseconds} ms in vain for ${words}.`, { cause: lastError })
    }
    await pause(everyMilliseconds)
  }
}
