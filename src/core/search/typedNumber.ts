/**
 * The digits by which a telephone number is found that somebody types, however they space it and with or without the
 * country; undefined where it is no number. Enough digits for a number are asked for, so that a year is none.
 */
export const typedNumber = (typed: string): string | undefined => {
  const text = typed.normalize('NFKC').trim()
  if (!/^\+?[\d\s()./\u2010-\u2015-]+$/.test(text)) return undefined
  const digits = text
    .replaceAll(/[^+\d]/g, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^(?:\+44|44(?=\d{10}$))/, '')
    .replace(/^\+/, '')
    .replace(/^0/, '')
  return digits.length >= FEWEST && digits.length <= MOST ? digits : undefined
}

/** In SQL: the digits of a number as it is kept, whatever stands between them. The name of the column is ours. */
export const digitsIn = (column: string): string => `regexp_replace(coalesce("${column}", ''), '[^0-9]', '', 'g')`

const FEWEST = 5
const MOST = 15
