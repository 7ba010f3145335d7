import { defineEvent } from '../../core/house/defineEvent.ts'

/** A volunteer paused or left. */
export const volunteerStopped = defineEvent<{ volunteerId: string }>('volunteer.stopped')
