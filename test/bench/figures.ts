/** The middle of some numbers. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN

/**
 * The middle of the ratios of numbers that were measured one right after the other, so that a busy moment counts for
 * both.
 */
export const pairwise = (ours: readonly number[], theirs: readonly number[]): number =>
  median(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)))

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
