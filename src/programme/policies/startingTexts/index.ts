import type { PolicyKind } from '../kinds.ts'
import { agreements } from './agreements.ts'
import { conduct } from './conduct.ts'
import { guidance } from './guidance.ts'
import { policies } from './policies.ts'

/** A document to start from: plain text, with “[Fill in: …]” where a charity writes what holds for it. */
export type StartingText = { kind: PolicyKind; title: string; mustBeAccepted: boolean; text: string }

/** A short draft of each document that a programme like this needs. They hold for nobody until a committee has adopted them [POL-1, POL-3]. */
export const STARTING_SET: readonly StartingText[] = [...policies, ...conduct, ...agreements, ...guidance]
