import { isNear, plainName } from '../people/children/spelling.ts'

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
