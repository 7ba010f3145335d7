import { EMAIL_ADDRESS } from '../../../core/fields/commonTexts.ts'
/**
 * An address as accounts keep it, so that one mailbox has one account: without spaces around it, in small letters, and
 * what looks like a plain letter (full width, ligatures) as that letter.
 */
export const normalAddress = (email: string): string =>
  email.normalize('NFKC').trim().toLowerCase().slice(0, EMAIL_ADDRESS.longest)

/**
 * Whether an address, as accounts keep it, is one in plain letters and signs. Letters of other scripts can look like
 * ours, so that two accounts would seem to have one address.
 */
export const isPlainAddress = (address: string): boolean =>
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address)
