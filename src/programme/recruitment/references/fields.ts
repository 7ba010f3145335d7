import { PERSON_NAME, REASON, TELEPHONE } from '../../../core/fields/commonTexts.ts'
import { line, words } from '../../../core/fields/written.ts'

/** What is written of a referee, and what a referee writes. */
export const REFERENCE = {
  refereeName: PERSON_NAME,
  refereeTelephone: TELEPHONE,
  howKnown: line(200),
  knownFor: line(120),
  suitability: words(4000),
  worryWords: words(4000),
  setAsideReason: REASON,
} as const
