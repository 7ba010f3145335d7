import type { Logger } from 'pino'
import { isError } from './isError.ts'

type Written = Pick<Console, 'error' | 'warn'>

/**
 * Sends what libraries write to the console as errors and warnings (Next does, with whole SQL statements and their
 * values) to the log instead, under its rules: an error without its message, words only where they cannot quote what
 * people typed. To be called once by the programme that starts everything; `written` is the console unless told.
 */
export const keepConsoleClean = ({ logger, written = console }: { logger: Logger; written?: Written }): void => {
  for (const level of ['error', 'warn'] as const) {
    written[level] = (...given: unknown[]) => {
      const err = given.find(isError)
      logger[level](err ? { err } : {}, err ? 'A library wrote an error to the console.' : safeWords(given))
    }
  }
}

/** The first line of words without any value in it, as libraries' warnings about themselves have. */
const safeWords = (given: readonly unknown[]): string => {
  const line =
    given
      .find((each) => typeof each === 'string')
      ?.split('\n')[0]
      ?.slice(0, 200) ?? ''
  return line === '' || /[@'"`]|params|query|error:/i.test(line) ? 'A library wrote something to the console.' : line
}
