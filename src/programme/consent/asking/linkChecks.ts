/**
 * What the holder of a link gave before anything was shown to them: the child's date of birth, or the code that we sent
 * to their address.
 */
export type LinkCheck = 'birthday' | 'email-code'

/** The two, for schemas. */
export const LINK_CHECKS = ['birthday', 'email-code'] as const satisfies readonly LinkCheck[]
