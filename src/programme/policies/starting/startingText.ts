import type { PolicyKind } from '../kinds.ts'

/** A document to start from: plain text, with “[Fill in: …]” where a charity writes what holds for it. */
export type StartingText = { kind: PolicyKind; title: string; mustBeAccepted: boolean; text: string }
