import { isError } from '../http/isError.ts'

/** Why a file cannot be taken, in words for the person, and what to do next. */
export type Unreadable = { reason: string; nextStep: string }

/**
 * A file that cannot be taken, as an error to throw while it is read. No class, and nothing of Payload: it is thrown
 * where only files are read.
 */
export const unreadable = (words: Unreadable): Error =>
  Object.assign(new Error(`${words.reason} ${words.nextStep}`), { unreadable: words })

/** The words inside an error made by `unreadable`; undefined for any other. */
export const unreadableWithin = (problem: unknown): Unreadable | undefined =>
  isError(problem) && 'unreadable' in problem ? (problem.unreadable as Unreadable) : undefined
