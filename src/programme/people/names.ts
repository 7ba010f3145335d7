/** How a child is named in a query, by who reads it; `child` is the table’s name in the statement. */
export const childName = {
  /** For the co-ordinator and the committee: the name on record. */
  inFull: (child: string): string => `${child}.name`,
  /** For those who meet the child: what the child likes to be called, or else the name. */
  spoken: (child: string): string => `coalesce(nullif(${folded(`${child}.known_as`)}, ''), ${child}.name)`,
  /** For those outside, and in what goes through a mailbox: what the child likes to be called, or else the first name. */
  first: (child: string): string =>
    `coalesce(nullif(${folded(`${child}.known_as`)}, ''), ${firstNameSql(`${child}.name`)})`,
} as const

/** The first name of somebody, of a column with their name; a form of address in front is none. */
export const firstNameSql = (column: string): string =>
  `split_part(regexp_replace(${folded(column)}, '^((${TITLES.join('|')})\\.? )+(?=.)', '', 'i'), ' ', 1)`

/** The first name of somebody; empty where there is no name. “Mr Obi” has none that we know, and is called Obi. */
export const firstName = (name: string): string => wordsOf(name)[leadingTitles(name)] ?? ''

/**
 * How somebody is greeted: by the first name; whoever goes by a form of address, by all of it: “Mr Obi”. Empty where
 * there is no name.
 */
export const spokenTo = (name: string): string =>
  leadingTitles(name) > 0 ? wordsOf(name).join(' ') : (wordsOf(name)[0] ?? '')

/** Forms of address that may stand in front of a name. */
const TITLES = [
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'professor',
  'rev',
  'revd',
  'reverend',
  'sir',
  'dame',
  'lady',
  'lord',
  'canon',
  'cllr',
  'councillor',
]
const A_TITLE = new RegExp(`^(?:${TITLES.join('|')})\\.?$`, 'i')

/** How many forms of address stand in front; of a name that is nothing else the last word is the name. */
const leadingTitles = (name: string): number => {
  const words = wordsOf(name)
  const first = words.findIndex((word) => !A_TITLE.test(word))
  return first === -1 ? Math.max(0, words.length - 1) : first
}

// Blanks of every kind, and signs without a width: a row may be older than the rule that keeps them out.
const BLANKS = '\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200b\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff'

const wordsOf = (name: string): string[] => name.split(new RegExp(`[${BLANKS}]+`)).filter((word) => word !== '')

/** A column with each blank once and none at an end. */
const folded = (column: string): string => `trim(regexp_replace(${column}, '[${BLANKS}]+', ' ', 'g'))`
