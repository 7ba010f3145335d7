/**
 * What the holder of a link gave before anything was shown to them: the child's date of birth, or the code that we sent
 * to their address.
 */
export type LinkCheck = 'birthday' | 'email-code'

/** The two, for schemas. */
export const LINK_CHECKS = ['birthday', 'email-code'] as const satisfies readonly LinkCheck[]

/**
 * What the copy of an answer says of the check, and of what it is worth. Copies from before there was a code name none:
 * theirs was the date of birth.
 */
export const checkInWords = (check: LinkCheck = 'birthday'): string => WORDS[check]

const WORDS: Readonly<Record<LinkCheck, string>> = {
  birthday:
    'We asked for a date of birth before we showed the form. That keeps the form from others. It is no proof of who answered.',
  'email-code':
    'We did not ask for a date of birth. We sent a code to that email address, and it was typed in before we showed the form. That keeps the form from others. It is no proof of who answered.',
}
