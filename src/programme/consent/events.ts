import { defineEvent } from '../../core/house/defineEvent.ts'
import type { AnyMessage } from '../../core/house/defineMessage.ts'

/**
 * Something that parents allowed they allow no more, or it has ended. `about` makes each message about it one;
 * `message` is the one that those are sent who meet the child.
 */
export const consentLost = defineEvent<{ childId: string; about: string; message: AnyMessage }>('consent.lost')
