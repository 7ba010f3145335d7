import { agreements } from './agreements.ts'
import { conduct } from './conduct.ts'
import { directory } from './directory.ts'
import { guidance } from './guidance.ts'
import { policies } from './policies.ts'
import { privacy } from './privacy.ts'
import type { StartingText } from './startingText.ts'

/**
 * A short draft of each document that a programme like this needs. They hold for nobody until a committee has adopted
 * them [POL-1, POL-3].
 */
export const STARTING_SET: readonly StartingText[] = [
  ...policies,
  ...conduct,
  ...agreements,
  ...guidance,
  ...directory,
  ...privacy,
]
