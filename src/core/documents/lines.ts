import bidiFactory from 'bidi-js'
import LineBreaker from 'linebreak'
import { clustersOf, type Cluster, type Faces } from './clusters.ts'
import type { Run } from './printedDocument.ts'
import { fontOf, type Typeface } from './typefaces.ts'

/**
 * One line as it is printed: its pieces from left to right, each in one typeface, weight and direction. Widths and
 * heights in points.
 */
export type Line = { pieces: Piece[]; width: number; ascent: number; descent: number; fromTheRight: boolean }

type Piece = { font: string; text: string; width: number; fromTheRight: boolean }
type Placed = Cluster & { level: number }
type Setting = { pdf: PDFKit.PDFDocument; size: number }

/**
 * Text in lines of at most `width`, each sign in a typeface that has it, words that run from the right in their own
 * order (Unicode's bidirectional algorithm). Text that no typeface of ours has stands as the numbers of its signs,
 * never as empty boxes.
 */
export const linesOf = ({
  pdf,
  faces,
  runs,
  size,
  width,
}: Setting & { faces: Faces; runs: readonly Run[]; width: number }): Line[] => {
  const setting = { pdf, size }
  return splitAtEnds(clustersOf({ faces, runs })).flatMap((clusters) => {
    const text = clusters.map((cluster) => cluster.text).join('')
    const { levels, paragraphs } = bidi.getEmbeddingLevels(text)
    const fromTheRight = (paragraphs[0]?.level ?? 0) % 2 === 1
    let at = 0
    const placed = clusters.map((cluster) => {
      const level = levels[at] ?? 0
      at += cluster.text.length
      return { ...cluster, level }
    })
    return filledLines({ ...setting, words: wordsOf({ text, clusters: placed }), width }).map((line) =>
      lineOf({ ...setting, line, fromTheRight, faces }),
    )
  })
}

/** Draws one line with its upper edge at `top`. What runs from the right begins there. */
export const drawLine = ({
  pdf,
  size,
  line,
  left,
  top,
  width,
}: Setting & { line: Line; left: number; top: number; width: number }): void => {
  let at = line.fromTheRight ? left + width - line.width : left
  for (const { font, text, width: wide, fromTheRight } of line.pieces) {
    pdf
      .font(font)
      .fontSize(size)
      .text(text, at, top + line.ascent, { lineBreak: false, baseline: 'alphabetic', ...shaping(fromTheRight) })
    at += wide
  }
}

/** How tall lines are together. */
export const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { ascent, descent }) => sum + ascent + descent, 0)

const bidi = bidiFactory()

const splitAtEnds = (clusters: readonly Cluster[]): Cluster[][] => {
  const lines: Cluster[][] = [[]]
  for (const cluster of clusters) {
    if (cluster.text === '\n') lines.push([])
    else lines.at(-1)?.push(cluster)
  }
  return lines
}

/** What stays together in a line, by Unicode's rules for where one may end. */
const wordsOf = ({ text, clusters }: { text: string; clusters: readonly Placed[] }): Placed[][] => {
  const words: Placed[][] = []
  const breaker = new LineBreaker(text)
  let [at, length] = [0, 0]
  for (let end = breaker.nextBreak(); end !== null; end = breaker.nextBreak()) {
    const from = at
    for (; length < end.position && at < clusters.length; at += 1) length += clusters[at]?.text.length ?? 0
    if (at > from) words.push(clusters.slice(from, at))
  }
  return words
}

const filledLines = ({
  pdf,
  size,
  words,
  width,
}: Setting & { words: readonly Placed[][]; width: number }): Placed[][] => {
  const measure = (clusters: readonly Placed[]): number =>
    piecesOf({ pdf, size, clusters }).reduce((sum, piece) => sum + piece.width, 0)
  const lines: Placed[][] = [[]]
  let used = 0
  const put = ({ clusters, wide, needed }: { clusters: readonly Placed[]; wide: number; needed: number }): void => {
    if (used > 0 && used + needed > width) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(...clusters)
    used += wide
  }
  for (const word of words) {
    const needed = measure(withoutEnd(word))
    if (needed <= width) put({ clusters: word, wide: measure(word), needed })
    // A word that is longer than a line goes on in the next, wherever it has to.
    else
      for (const cluster of word) {
        const wide = measure([cluster])
        put({ clusters: [cluster], wide, needed: wide })
      }
  }
  return lines
}

const withoutEnd = (clusters: readonly Placed[]): readonly Placed[] =>
  clusters.slice(0, clusters.findLastIndex(({ text }) => text !== ' ') + 1)

const lineOf = ({
  pdf,
  size,
  line,
  fromTheRight,
  faces,
}: Setting & { line: readonly Placed[]; fromTheRight: boolean; faces: Faces }): Line => {
  const pieces = piecesOf({ pdf, size, clusters: withoutEnd(line) })
  const used = line.length > 0 ? [...new Set(line.map(({ face }) => face))] : faces.slice(0, 1).map((face) => face())
  const reach = (far: (face: Typeface) => number): number => (Math.max(...used.map(far)) * size) / 1000
  return {
    pieces: inOrderOfSight(pieces),
    width: pieces.reduce((sum, piece) => sum + piece.width, 0),
    ascent: reach(({ ascent }) => ascent),
    descent: reach(({ descent }) => descent),
    fromTheRight,
  }
}

type Levelled = Piece & { level: number }

const piecesOf = ({ pdf, size, clusters }: Setting & { clusters: readonly Placed[] }): Levelled[] => {
  const pieces: Array<{ face: Typeface; bold: boolean; level: number; parts: string[] }> = []
  for (const { text, face, bold, level } of clusters) {
    const last = pieces.at(-1)
    if (last && last.face === face && last.bold === bold && last.level === level) last.parts.push(text)
    else pieces.push({ face, bold, level, parts: [text] })
  }
  return pieces.map(({ face, bold, level, parts }) => {
    const font = fontOf({ name: face.name, bold })
    const fromTheRight = level % 2 === 1
    const text = asGiven({ parts, fromTheRight })
    return {
      font,
      text,
      fromTheRight,
      level,
      width: pdf.font(font).fontSize(size).widthOfString(text, shaping(fromTheRight)),
    }
  })
}

/**
 * The library turns Arabic round by itself, digits too, and nothing else: what it would turn wrongly is given the other
 * way round.
 */
const asGiven = ({ parts, fromTheRight }: { parts: readonly string[]; fromTheRight: boolean }): string => {
  const mirrored = fromTheRight ? parts.map((part) => bidi.getMirroredCharacter(part) ?? part) : parts
  const isTurned = parts.some((part) => /\p{Script=Arabic}/u.test(part))
  return (isTurned === fromTheRight ? mirrored : mirrored.toReversed()).join('')
}

/** Asked for features, even none, the library shapes a piece as a whole instead of word by word. */
const shaping = (asWhole: boolean): { features?: [] } => (asWhole ? { features: [] } : {})

/** Each stretch that runs from the right is turned round, the highest level first. */
const inOrderOfSight = (pieces: readonly Levelled[]): Levelled[] => {
  const ordered = [...pieces]
  // A piece is one letter here: no white space, which the algorithm would give the level of its paragraph.
  const levels = Uint8Array.from(pieces, ({ level }) => level)
  const paragraphs = [{ start: 0, end: pieces.length - 1, level: 0 }]
  for (const [from = 0, to = 0] of bidi.getReorderSegments('x'.repeat(pieces.length), { levels, paragraphs }))
    ordered.splice(from, to - from + 1, ...ordered.slice(from, to + 1).reverse())
  return ordered
}
