/**
 * A text as it is compared and searched: small letters, without accents, apostrophes and other signs, one blank between
 * words. Whatever apostrophe a keyboard makes is none at all, so that “O’Mock”, “O'Mock” and “OMock” are one. The
 * database's own `folded` does the same (`migrations/guards/finding.ts`), and a test holds the two together.
 */
export const folded = (text: string): string =>
  text
    .replaceAll(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[łøđðħıŧŋς]/g, (letter) => WITHOUT_STROKE[letter] ?? letter)
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss')
    .replaceAll('þ', 'th')
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim()

/** Every sign that is typed or pasted for an apostrophe. */
const APOSTROPHES = /['’‘‛ʼʻʹʽ`´′＇]/g

/** Letters that Unicode does not take apart. */
const WITHOUT_STROKE: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ς: 'σ',
}
