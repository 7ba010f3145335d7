import { folded } from '../../../core/search/folded.ts'

/** A name as it is compared: small letters, no accents, apostrophes, signs or double blanks. */
export const plainName = (name: string): string => folded(name)

/** Whether two words are at most so many slips of the pen apart: a letter more, less, other, or two changed round. */
export const isNear = ({ one, other, most }: { one: string; other: string; most: number }): boolean => {
  let [twoAbove, above]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (twoAbove[column - 2] ?? 0) + 1)
      line.push(least)
    }
    if (Math.min(...line) > most) return false
    ;[twoAbove, above] = [above, line]
  }
  return (above[other.length] ?? 0) <= most
}
