import { ORGANISATION, PERSON_NAME, personName } from '../../../core/fields/commonTexts.ts'
import { line } from '../../../core/fields/written.ts'

/** What is written of a child, wherever a child is put on record. */
export const CHILD = {
  name: PERSON_NAME,
  knownAs: personName(60),
  school: ORGANISATION,
  anotherChildBecause: line(300),
} as const
