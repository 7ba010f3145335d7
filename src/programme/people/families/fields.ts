import { personName } from '../../../core/fields/commonTexts.ts'
import { line } from '../../../core/fields/written.ts'

/** How the committee speaks of a family. */
export const FAMILY_NAME = personName(120)

/** Who somebody is to a child, in a word. */
export const RELATIONSHIP_WORDS = line(60)
