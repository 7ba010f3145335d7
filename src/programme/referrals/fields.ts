import { LIST_LINE, ORGANISATION, PERSON_NAME, TELEPHONE } from '../../core/fields/commonTexts.ts'
import { words } from '../../core/fields/written.ts'

/** What is written about a referral, by whoever refers, whoever is asked and the committee. */
export const REFERRAL = {
  referrerName: PERSON_NAME,
  referrerPhone: TELEPHONE,
  referrerPlace: ORGANISATION,
  familyContact: words(500),
  mainReason: LIST_LINE,
  /** Why a child may benefit; an answer to the committee’s question; a view that was asked for. */
  words: words(8000),
  hopes: words(4000),
  /** What the committee asks, and why it decides as it does. */
  question: words(2000),
  decisionReason: words(2000),
} as const
