/** A name as it is kept: each blank once, none at an end. Signs that nobody sees have gone by then. */
export const foldedName = (name: string): string => name.replaceAll(/\s+/g, ' ').trim()

/** What is wrong with a name of a person: there is no letter in it. */
export const nameProblem = (name: string): string | undefined =>
  /\p{L}/u.test(name) ? undefined : 'Write a name, with at least one letter.'

/** The same of a school, a service or a firm, whose name may be a number. */
export const organisationProblem = (name: string): string | undefined =>
  /[\p{L}\p{N}]/u.test(name) ? undefined : 'Write a name, with at least one letter or number.'
