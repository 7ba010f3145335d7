/** A name as it is compared: small letters, no accents, signs or double blanks. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f’'`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Names that are spelt nearly alike, to ask about; never to take for the same. Names of fewer than five letters are too short to be
 * alike by chance only.
 */
export const similarNames = (known: Iterable<string>): ((name: string) => string | undefined) => {
  const names = [...new Set(known)].map((name) => ({ name, ...asCompared(name) })).filter(({ plain }) => plain.length >= SHORTEST)
  return (name) => {
    const { plain, letters } = asCompared(name)
    if (plain.length < SHORTEST) return undefined
    return names.find((one) => one.plain !== plain && Math.abs(one.plain.length - plain.length) <= MOST_SLIPS && fewBits(one.letters & ~letters) && isNear(one.plain, plain))?.name
  }
}

const SHORTEST = 5
const MOST_SLIPS = 2

/** At most two slips of the pen apart: a letter more, less, other, or two changed round. */
const isNear = (one: string, other: string): boolean => {
  let [twoAbove, above]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) least = Math.min(least, (twoAbove[column - 2] ?? 0) + 1)
      line.push(least)
    }
    if (Math.min(...line) > MOST_SLIPS) return false
    ;[twoAbove, above] = [above, line]
  }
  return (above[other.length] ?? 0) <= MOST_SLIPS
}

/** The name as compared, and which letters it has, one bit a letter: what has three that the other lacks cannot be near. */
const asCompared = (name: string): { plain: string; letters: number } => {
  const plain = plainName(name)
  return { plain, letters: [...plain].reduce((mask, letter) => mask | (1 << (letter.charCodeAt(0) % 32)), 0) }
}

const fewBits = (mask: number): boolean => {
  const once = mask & (mask - 1)
  const twice = once & (once - 1)
  return twice === 0
}
