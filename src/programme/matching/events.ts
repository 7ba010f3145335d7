import { defineEvent } from '../../core/house/defineEvent.ts'

/** A child's match began, changed or ended. */
export const matchChanged = defineEvent<{ childId: string }>('match.changed')
