import { defineEvent } from '../../core/house/defineEvent.ts'

/** A volunteer paused or left. */
export const volunteerStopped = defineEvent<{ volunteerId: string }>('volunteer.stopped')

/**
 * Somebody is about to let a volunteer pause or leave and asks what would follow: each area above adds a sentence of its
 * own. Nothing is changed.
 */
export const stoppingConsidered = defineEvent<{ volunteerId: string; follows: string[] }>(
  'volunteer.stopping-considered',
)
