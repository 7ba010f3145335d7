import { allowed } from '../../../core/errors/refusal.ts'
import { missingToBecomeActive, type ClearanceFacts, isOneself, caseworker } from '../rules.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of a volunteer’s standing ask about. */
export type ActivityFacts = { volunteerId: string; ownUserId: string | null; clearance: ClearanceFacts | undefined }

/** Whose step it is; of their own record a volunteer may take it too [VOL-11]. */
export const caseworkerOrOneself: Guard<ActivityFacts> = (facts, asked) =>
  isOneself(facts, asked) ? allowed : caseworker(facts, asked)

/**
 * Nobody is active unless everything that clears a volunteer holds today [VOL-3]: asked again of whoever comes back
 * [VOL-11].
 */
export const clearedToday: Guard<ActivityFacts> = ({ clearance }, { now }) =>
  (clearance && missingToBecomeActive({ facts: clearance, on: londonDate(now) })[0]) ?? allowed
