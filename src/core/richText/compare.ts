import { diffArrays } from 'diff'
import { printedText } from './printedText.ts'

/** Words that stayed, came or went. */
export type ComparedWords = { change: 'same' | 'added' | 'removed'; text: string }

/** One heading, paragraph or list item of two versions of a text, in the order in which it is read. */
export type ComparedBlock = {
  kind: 'heading' | 'paragraph' | 'item'
  /** Of a heading, below the document's own: 2 or 3. */
  level?: 2 | 3
  change: 'same' | 'added' | 'removed' | 'changed'
  words: readonly ComparedWords[]
}

/**
 * What became of a text of the panel's editor: block by block, and within a block that was changed word by word. The
 * words without those added are the earlier text, those without the removed the later one. Where a link leads counts as
 * words; bold and italic do not.
 */
export const compareTexts = ({ earlier, later }: { earlier: unknown; later: unknown }): ComparedBlock[] => {
  const [before, after] = [flatBlocks(earlier), flatBlocks(later)]
  const parts = diffArrays(before.map(keyOf), after.map(keyOf))
  const compared: ComparedBlock[] = []
  let [place, newPlace] = [0, 0]
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index]
    if (!part) continue
    if (!part.added && !part.removed) {
      compared.push(
        ...after.slice(newPlace, newPlace + part.value.length).map((block) => whole({ block, change: 'same' })),
      )
      place += part.value.length
      newPlace += part.value.length
      continue
    }
    // What went and what came in one place belong together, whichever is told first.
    const partner = parts[index + 1]
    const paired = partner && (partner.added || partner.removed) && partner.added !== part.added ? partner : undefined
    const gone = before.slice(place, place + ([part, paired].find((each) => each?.removed)?.value.length ?? 0))
    const come = after.slice(newPlace, newPlace + ([part, paired].find((each) => each?.added)?.value.length ?? 0))
    compared.push(...rewritten({ gone, come }))
    place += gone.length
    newPlace += come.length
    if (paired) index += 1
  }
  return compared
}

/** How many blocks differ. */
export const countChanges = (blocks: readonly ComparedBlock[]): number =>
  blocks.filter(({ change }) => change !== 'same').length

type FlatBlock = Pick<ComparedBlock, 'kind' | 'level'> & { text: string; tokens: readonly string[] }

const flatBlocks = (text: unknown): FlatBlock[] =>
  printedText(text).flatMap((block): FlatBlock[] => {
    if (block.kind === 'heading') return [flat({ kind: 'heading', level: block.level === 3 ? 3 : 2, text: block.text })]
    if (block.kind === 'paragraph') return [flat({ kind: 'paragraph', text: joined(block.runs) })]
    return block.kind === 'list' ? block.items.map((runs) => flat({ kind: 'item', text: joined(runs) })) : []
  })

const flat = (block: Omit<FlatBlock, 'tokens'>): FlatBlock => ({ ...block, tokens: block.text.match(WORDS) ?? [] })

/** A word with what is written inside it, spaces, or one other sign. */
const WORDS = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu

const joined = (runs: ReadonlyArray<{ text: string }>): string => runs.map(({ text }) => text).join('')

const keyOf = ({ kind, level, text }: FlatBlock): string => `${kind}${level ?? ''} ${text}`

const whole = ({
  block: { kind, level, text },
  change,
}: {
  block: FlatBlock
  change: 'same' | 'added' | 'removed'
}): ComparedBlock => ({ kind, ...(level ? { level } : {}), change, words: [{ change, text }] })

/** Blocks in one place that went, and those that came: the alike ones are one block, changed. */
const rewritten = ({ gone, come }: { gone: readonly FlatBlock[]; come: readonly FlatBlock[] }): ComparedBlock[] => {
  const compared: ComparedBlock[] = []
  let [place, newPlace] = [0, 0]
  for (const [left, right] of [...pairsAlike({ gone, come }), [gone.length, come.length] as const]) {
    compared.push(
      ...gone.slice(place, left).map((block) => whole({ block, change: 'removed' })),
      ...come.slice(newPlace, right).map((block) => whole({ block, change: 'added' })),
    )
    const [old, young] = [gone[left], come[right]]
    if (old && young) compared.push(changedBlock({ old, young }))
    place = left + 1
    newPlace = right + 1
  }
  return compared
}

/** Which of the blocks that went became which of those that came: in order, alike as much as possible altogether. */
const pairsAlike = ({
  gone,
  come,
}: {
  gone: readonly FlatBlock[]
  come: readonly FlatBlock[]
}): Array<readonly [number, number]> => {
  if (gone.length * come.length > MOST_PAIRS) return []
  const [goneWords, comeWords] = [gone.map(wordCounts), come.map(wordCounts)]
  const likeness = gone.map((old, row) =>
    come.map((young, column) => (old.kind === young.kind ? alike(goneWords[row], comeWords[column]) : 0)),
  )
  // best[row][column]: the most that can be had from the blocks from there on.
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0))
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0
  const gain = (row: number, column: number): number => likeness[row]?.[column] ?? 0
  for (let row = gone.length - 1; row >= 0; row -= 1)
    for (let column = come.length - 1; column >= 0; column -= 1) {
      const line = best[row]
      const taken = gain(row, column) >= ALIKE ? gain(row, column) + at(row + 1, column + 1) : 0
      if (line) line[column] = Math.max(taken, at(row + 1, column), at(row, column + 1))
    }
  const pairs: Array<readonly [number, number]> = []
  let [row, column] = [0, 0]
  while (row < gone.length && column < come.length) {
    if (gain(row, column) >= ALIKE && at(row, column) === gain(row, column) + at(row + 1, column + 1))
      pairs.push([row++, column++])
    else if (at(row, column) === at(row + 1, column)) row += 1
    else column += 1
  }
  return pairs
}

/** From this share of words in common, two blocks are one that was changed. */
const ALIKE = 0.4

/** Beyond this, looking for pairs would take longer than a reader waits. */
const MOST_PAIRS = 40_000

const wordCounts = ({ tokens }: FlatBlock): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const token of tokens)
    if (token.trim()) counts.set(token.toLowerCase(), (counts.get(token.toLowerCase()) ?? 0) + 1)
  return counts
}

const alike = (one: Map<string, number> = new Map(), other: Map<string, number> = new Map()): number => {
  let common = 0
  for (const [word, count] of one) common += Math.min(count, other.get(word) ?? 0)
  const all = sum(one) + sum(other)
  return all === 0 ? 0 : (2 * common) / all
}

const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0)

const changedBlock = ({ old, young }: { old: FlatBlock; young: FlatBlock }): ComparedBlock => {
  const parts = diffArrays([...old.tokens], [...young.tokens], { maxEditLength: MOST_EDITS }) as
    ReturnType<typeof diffArrays<string>> | undefined
  const words = parts
    ? readable(
        parts.map(({ added, removed, value }) => ({
          change: added ? 'added' : removed ? 'removed' : 'same',
          text: value.join(''),
        })),
      )
    : [
        { change: 'removed' as const, text: old.text },
        { change: 'added' as const, text: young.text },
      ]
  return { kind: young.kind, ...(young.level ? { level: young.level } : {}), change: 'changed', words }
}

/** Beyond this a block counts as written anew. */
const MOST_EDITS = 2_000

/** A space between two changes belongs to both; what went in one place is told before what came there. */
const readable = (parts: readonly ComparedWords[]): ComparedWords[] => {
  const words: ComparedWords[] = []
  let [removed, added] = ['', '']
  const tell = (): void => {
    if (removed) words.push({ change: 'removed', text: removed })
    if (added) words.push({ change: 'added', text: added })
    removed = added = ''
  }
  parts.forEach(({ change, text }, index) => {
    const isBetweenChanges =
      change === 'same' && !text.trim() && (removed || added) && parts[index + 1] && parts[index + 1]?.change !== 'same'
    if (change === 'removed' || isBetweenChanges) removed += text
    if (change === 'added' || isBetweenChanges) added += text
    if (change !== 'same' || isBetweenChanges) return
    tell()
    words.push({ change, text })
  })
  tell()
  return words
}
