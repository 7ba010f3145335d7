import { parse } from 'csv-parse/sync'

/**
 * The text of a CSV file: UTF-8 or UTF-16 where it is that, with or without a mark in front; what is neither came from
 * an older Excel and is Windows-1252. A byte that stands for no letter there is the sign for a letter that was lost.
 */
export const csvText = (bytes: Buffer): string => {
  const wide = wideKind(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return windowsLetters(bytes.toString('latin1'))
  }
}

/**
 * What stands in a text where control characters of the second kind are: they are what becomes of the apostrophes and
 * dashes of Windows-1252 when somebody takes it for another alphabet, and dropping them would make “ONeil” of “O’Neil”.
 */
export const windowsLetters = (text: string): string =>
  text.replaceAll(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter)

/**
 * The separator of a CSV text: the one that says so itself (“sep=;”), or else the one by which most rows come to the
 * same number of cells. A title above the list, and commas within cells, are too few to decide.
 */
export const delimiterOf = (text: string): string => {
  const said = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1]
  if (said) return said
  const counted = [',', ';', '\t'].map((sign) => ({ sign, agree: rowsInAgreement({ text, sign }) }))
  return counted.reduce((most, next) => (next.agree > most.agree ? next : most)).sign
}

/** The rows of a CSV text, separated by a sign; the first `most` of them. Throws `CsvError` for what cannot be read. */
export const csvCells = ({ text, sign, most }: { text: string; sign: string; most?: number }): string[][] =>
  parse(text, {
    delimiter: sign,
    relax_column_count: true,
    skip_empty_lines: false,
    relax_quotes: true,
    ...(most === undefined ? {} : { to: most }),
  }) as string[][]

/** The letters of the places 0x80 to 0x9f; five are not given to any. */
const WINDOWS =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178'

/** Without a mark, every other byte of western letters is nought. */
const wideKind = (bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 400)
  const noughts = (place: 0 | 1): number => start.filter((byte, index) => byte === 0 && index % 2 === place).length
  if (start.length < 4 || noughts(0) + noughts(1) < start.length / 4) return undefined
  if (noughts(0) === 0) return 'utf-16le'
  return noughts(1) === 0 ? 'utf-16be' : undefined
}

/** How many of the first rows have equally many cells, weighed by how many; a row by itself agrees with none. */
const rowsInAgreement = ({ text, sign }: { text: string; sign: string }): number => {
  try {
    const wide = csvCells({ text, sign, most: ROWS_LOOKED_AT })
      .map((cells) => cells.length - 1)
      .filter((more) => more > 0)
    const agreeing = wide.map((more) => more * (wide.filter((other) => other === more).length - 1))
    return Math.max(...agreeing, Math.max(...wide) / ALONE)
  } catch {
    return 0
  }
}

const ROWS_LOOKED_AT = 50
const ALONE = 100_000
