import { isNear, plainName } from '../people/children/spelling.ts'

/** A name as it is compared, with the first name first where it was written after a comma: “Testerton, Robin”. */
export const nameKey = (name: string): string => {
  const [, last, first] = /^([^,]+),([^,]+)$/.exec(name) ?? []
  return plainName(last !== undefined && first !== undefined ? `${first} ${last}` : name)
}

/**
 * Whether a text says the same as another with less of it: without its accents, apostrophes or capitals, the names
 * turned round, or signs in place of letters.
 */
export const isPoorer = ({ text, than }: { text: string; than: string }): boolean =>
  text !== than &&
  ((nameKey(text) === nameKey(than) &&
    (marksIn(text) < marksIn(than) || (text.includes(',') && !than.includes(',')))) ||
    hasLettersLost({ text, of: than }))

/** How much a text has beyond small letters of the keyboard and blanks: a capital counts once, an accent or “Ł” more. */
const marksIn = (text: string): number => {
  const signs = [...text.normalize('NFD')]
  return signs.filter((sign) => !/[a-z\s,]/.test(sign)).length + signs.filter((sign) => /[^ -~]/.test(sign)).length
}

const hasLettersLost = ({ text, of }: { text: string; of: string }): boolean => {
  const [left, right] = [[...text], [...of]]
  return (
    left.length === right.length &&
    left.every(
      (letter, place) => letter === right[place] || (/[?\ufffd]/.test(letter) && /[^ -~]/.test(right[place] ?? '')),
    )
  )
}

/**
 * Names that are spelt nearly alike, to ask about; never to take for the same. Names of fewer than five letters are too
 * short to be alike by chance only.
 */
export const similarNames = (known: Iterable<string>): ((name: string) => string | undefined) => {
  const names = [...new Set(known)]
    .map((name) => ({ name, ...asCompared(name) }))
    .filter(({ plain }) => plain.length >= SHORTEST)
  return (name) => {
    const { plain, letters } = asCompared(name)
    if (plain.length < SHORTEST) return undefined
    return names.find(
      (one) =>
        one.plain !== plain &&
        Math.abs(one.plain.length - plain.length) <= MOST_SLIPS &&
        fewBits(one.letters & ~letters) &&
        isNear({ one: one.plain, other: plain, most: MOST_SLIPS }),
    )?.name
  }
}

const SHORTEST = 5
const MOST_SLIPS = 2

/**
 * The name as compared, and which letters it has, one bit a letter: what has three that the other lacks cannot be near.
 */
const asCompared = (name: string): { plain: string; letters: number } => {
  const plain = plainName(name)
  return { plain, letters: [...plain].reduce((mask, letter) => mask | (1 << (letter.charCodeAt(0) % 32)), 0) }
}

const fewBits = (mask: number): boolean => {
  const once = mask & (mask - 1)
  const twice = once & (once - 1)
  return twice === 0
}
