import { defineEvent } from '../../core/house/defineEvent.ts'

/** Which documents hold, or must be accepted, changed. */
export const documentsChanged = defineEvent('documents.changed')
