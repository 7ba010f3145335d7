import { committeeOnly } from '../people/rules.ts'
/**
 * Whether a text can be the end of a page's address: small letters, digits and hyphens, and none that the portal needs
 * itself.
 */
export const isPageAddress = (text: string): boolean => /^[a-z\d]+(-[a-z\d]+)*$/.test(text) && !TAKEN.includes(text)

const TAKEN = ['values']

/** Whose work it is, and what everybody else is told [GUI-1]. */
export const committee = committeeOnly({ rule: 'GUI-1', reason: 'The committee writes the guidance.' })
