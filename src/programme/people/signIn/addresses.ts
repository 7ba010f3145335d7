import { LONGEST_EMAIL_ADDRESS } from '../../../core/fields/emailAddress.ts'
import { readableLine } from '../../../core/fields/readable.ts'

/**
 * An address as accounts keep it, so that one mailbox has one account: without spaces around it or signs that
 * nobody sees, in small letters, and what looks like a plain letter (full width, ligatures) as that letter.
 */
export const normalAddress = (email: string): string =>
  readableLine(email.normalize('NFKC')).toLowerCase().slice(0, LONGEST_EMAIL_ADDRESS)
