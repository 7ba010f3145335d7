import type { Run } from './printedDocument.ts'
import type { Typeface } from './typefaces.ts'

/** What a reader sees as one sign, with the typeface that prints it whole. */
export type Cluster = { text: string; bold: boolean; face: Typeface }

/** The typefaces in the order in which one is looked for, each opened when it is asked for. */
export type Faces = readonly (() => Typeface)[]

/**
 * Text sign by sign, each word in one typeface where one has all of it. Signs that none has stand as their numbers in
 * Unicode, those of one stretch in one pair of brackets.
 */
export const clustersOf = ({ faces, runs }: { faces: Faces; runs: readonly Run[] }): Cluster[] => {
  const clusters: Cluster[] = []
  for (const { text, bold = false } of runs)
    for (const word of printable(text).split(/(?<=[ \n])|(?=[ \n])/)) {
      const last = clusters.at(-1)?.face
      // A space stays in the typeface of what stands before it.
      const placed = word === ' ' && last ? [{ text: word, face: last }] : wordInFaces({ faces, word })
      clusters.push(...placed.map((cluster) => ({ ...cluster, bold })))
    }
  return clusters
}

/** Whether all of a text can be printed in letters. */
export const isInOurLetters = ({ faces, text }: { faces: Faces; text: string }): boolean =>
  signsOf(printable(text)).every((sign) => sign === '\n' || faceOf({ faces, text: sign }) !== undefined)

const wordInFaces = ({ faces, word }: { faces: Faces; word: string }): Array<Omit<Cluster, 'bold'>> => {
  const [first] = faces
  if (!first) return []
  const whole = word === '\n' ? first() : faceOf({ faces, text: word })
  if (whole) return signsOf(word).map((text) => ({ text, face: whole }))
  const placed: Array<Omit<Cluster, 'bold'>> = []
  let unknown: string[] = []
  const tellUnknown = (): void => {
    if (unknown.length > 0) placed.push(...[...numbered(unknown)].map((text) => ({ text, face: first() })))
    unknown = []
  }
  for (const text of signsOf(word)) {
    const face = faceOf({ faces, text })
    if (!face) unknown.push(text)
    else {
      tellUnknown()
      placed.push({ text, face })
    }
  }
  tellUnknown()
  return placed
}

/**
 * Some letters that are not Latin stand in the first typeface too, as signs of mathematics: words of such letters are
 * looked for in the others first.
 */
const faceOf = ({ faces: [first, ...others], text }: { faces: Faces; text: string }): Typeface | undefined => {
  for (const face of first === undefined ? [] : OTHER_LETTERS.test(text) ? [...others, first] : [first, ...others])
    if (face().has(text)) return face()
  return undefined
}

const OTHER_LETTERS = /[^\p{Script=Latin}\P{Letter}]/u

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/**
 * Only where a mark or a joiner belongs to a letter must the letters be told apart with care, which takes a hundred
 * times as long.
 */
const signsOf = (text: string): string[] => (/[\p{Mark}\p{Cf}]/u.test(text) ? withCare(text) : [...text])

/**
 * A little at a time: beside each sign that it finds, the segmenter keeps a copy of all that it was given, so that one
 * mark in a long text would fill the memory.
 */
const withCare = (text: string): string[] => {
  const signs: string[] = []
  const points = [...text]
  let unfinished = ''
  for (let at = 0; at < points.length; at += AT_A_TIME) {
    const found = Array.from(
      segmenter.segment(unfinished + points.slice(at, at + AT_A_TIME).join('')),
      ({ segment }) => segment,
    )
    // The last sign may go on in what follows.
    unfinished = at + AT_A_TIME < points.length ? (found.pop() ?? '') : ''
    signs.push(...found)
  }
  return signs
}

/** Code points. */
const AT_A_TIME = 200

const numbered = (unknown: readonly string[]): string =>
  `[${unknown
    .flatMap((sign) => [...sign])
    .map((point) => `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')}]`

/**
 * Control and direction signs have no shape: a line's end and the joiners of letters stay, the others would print as
 * boxes or turn words round.
 */
const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\n' || sign === '\u200c' || sign === '\u200d' ? sign : ''))
