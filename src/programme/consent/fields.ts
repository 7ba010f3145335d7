import { PERSON_NAME, REASON, TELEPHONE } from '../../core/fields/commonTexts.ts'
import { line, words } from '../../core/fields/written.ts'
import { RELATIONSHIP_WORDS } from '../people/families/fields.ts'

/** What is written when consent is asked and given. */
export const CONSENT = {
  signedName: PERSON_NAME,
  signedRelationship: RELATIONSHIP_WORDS,
  declineReason: words(1000),
  /** How an answer on paper or by telephone came, and why one is not confirmed. */
  captured: words(1000),
} as const

/** A typed signature, as the form and the action take it. */
export const signatureTyped = () => CONSENT.signedName.asked('Type your full name.').min(2, 'Type your full name.')

/** What is written when a parent or carer asks to be rung. */
export const CALL = { number: TELEPHONE, bestTime: line(100), words: words(300), note: REASON } as const
