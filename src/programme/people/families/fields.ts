import { line } from '../../../core/fields/written.ts'

/** How the committee speaks of a family. */
export const FAMILY_NAME = line(120)

/** Who somebody is to a child, in a word. */
export const RELATIONSHIP_WORDS = line(60)
