/** Which month a name is, from 1, in full or from its first three letters on, in any case; undefined where it is none. */
export const monthNumber = (name: string): number | undefined => {
  const place = name.length < SHORTEST ? -1 : MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()))
  return place < 0 ? undefined : place + 1
}

const SHORTEST = 3

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
