import { defineEvent } from '../../core/house/defineEvent.ts'

/** Somebody got an account that is open. */
export const accountOpened = defineEvent<{ userId: string }>('account.opened')

/** An account's address or standing changed. `invite`: whether its holder is to be invited at the new address. */
export const accountChanged = defineEvent<{ userId: string; invite: boolean }>('account.changed')

/** An account was closed; `successor` takes on what its holder did alone, where somebody was named. */
export const accountClosed = defineEvent<{ userId: string; successor: string | null }>('account.closed')

/** A child came into another family, or into the care of a council. */
export const childMoved = defineEvent<{ childId: string }>('child.moved')

/** What is asked about a parent or carer of a family changed. */
export const familyChanged = defineEvent<{ familyId: unknown }>('family.changed')

/** Who decides about a child, or what was decided, changed. */
export const consentChanged = defineEvent<{ childId: string }>('consent.changed')

/**
 * Somebody is no longer reached at an email address, in small letters: what was sent there opens nothing any more
 * [CON-10]. Of a parent or carer it is said who, since two of one family may have one mailbox.
 */
export const addressLeft = defineEvent<{ address: string; guardianId: string | null }>('address.left')

/** What clears a volunteer changed. */
export const vettingChanged = defineEvent<{ volunteerId: string }>('vetting.changed')
