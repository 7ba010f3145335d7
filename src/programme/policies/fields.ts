import { line } from '../../core/fields/written.ts'

/** Who adopted a text or signed for it: a person, a body, or several. */
export const SIGNER = line(160)
