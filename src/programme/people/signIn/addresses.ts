/**
 * An address as accounts keep it, so that one mailbox has one account: without spaces around it, in small letters, and what
 * looks like a plain letter (full width, ligatures) as that letter.
 */
export const normalAddress = (email: string): string => email.normalize('NFKC').trim().toLowerCase().slice(0, 320)
