import type { Typed } from '../visit/typed.ts'
import type { OpenedLink } from './openedLink.ts'

/** What a form says of itself when it is sent: in which words, and for which state of the request, it was shown. */
export const markOf = ({ visit, wording }: OpenedLink): Typed => ({
  wording: wording.digest,
  answers: visit.status === 'open' ? 'first' : 'again',
  version: String(visit.rowVersion),
})

/** The mark that came with a form and goes along to its next page, so that both are for the same state. */
export const markAmong = ({ answers, version }: Typed): Typed => ({
  ...(answers === undefined ? {} : { answers }),
  ...(version === undefined ? {} : { version }),
})

/**
 * The action and the version that a sent form was for: a first answer never becomes a change of an answer that came
 * meanwhile.
 */
export const purposeOf = (typed: Typed): { action: 'sign' | 'change'; rowVersion: number } => ({
  action: typed.answers === 'again' ? 'change' : 'sign',
  rowVersion: Number(typed.version) || 0,
})
