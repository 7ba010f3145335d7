/**
 * Whether a text can be the end of a page's address: small letters, digits and hyphens, and none that the portal needs
 * itself.
 */
export const isPageAddress = (text: string): boolean => /^[a-z\d]+(-[a-z\d]+)*$/.test(text) && !TAKEN.includes(text)

const TAKEN = ['values']
