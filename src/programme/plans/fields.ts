import { words } from '../../core/fields/written.ts'

/** How something that stood in a child’s way was removed. */
export const REMOVED_HOW = words(2000)
