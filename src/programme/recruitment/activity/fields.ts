import { words } from '../../../core/fields/written.ts'

/** What a volunteer says when they wish to pause or to leave. */
export const WISH_WORDS = words(1000)
