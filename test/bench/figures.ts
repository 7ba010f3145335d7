/** The middle of some numbers. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN

/**
 * The middle of the ratios of numbers that were measured one right after the other, so that a busy moment counts for
 * both.
 */
export const pairwise = (ours: readonly number[], theirs: readonly number[]): number =>
  median(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)))

/** What a statement is called where those that were said are listed: its first words. */
export const statementName = (statement: string): string => {
  const words = statement.trim().replaceAll(/\s+/g, ' ')
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)} …` : words
}

const LONGEST_NAME = 110

/** One line of the result: the figure, what was aimed at, and whether it is reached. */
export const figureLine = ({
  what,
  figure,
  goal,
  unit = '',
  isReached,
}: {
  what: string
  figure: number
  goal: string
  unit?: string
  isReached: boolean
}): string =>
  `${isReached ? 'reached' : 'MISSED '}  ${what}: ${figure.toFixed(figure < 10 ? 2 : 1)}${unit} (goal ${goal}${unit})`
