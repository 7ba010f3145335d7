/** A piece of text in one weight. */
export type Run = { text: string; bold?: boolean }

/** One thing on the page, from top to bottom. `language`: a tag, where it is not the document’s own. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; language?: string }
  | { kind: 'paragraph'; runs: readonly Run[]; language?: string }
  | { kind: 'list'; ordered: boolean; items: ReadonlyArray<readonly Run[]> }
  /**
   * Terms with what belongs to each: an adoption block, a page of evidence. `choices` have a box each, to be ticked by
   * hand.
   */
  | { kind: 'facts'; facts: ReadonlyArray<{ term: string } & ({ value: string } | { choices: readonly string[] })> }
  /**
   * `widths`: the share of each column in the page's width; all alike unless told. `languages`: in which the rows of
   * each column are, where it is not the document’s own. A cell that is TICK_BOX is a box to be ticked by hand.
   */
  | {
      kind: 'table'
      head: readonly string[]
      rows: ReadonlyArray<readonly string[]>
      widths?: readonly number[]
      languages?: ReadonlyArray<string | undefined>
    }
  /** What follows begins on a page of its own. */
  | { kind: 'page-break' }

/** Whose document it is, as the head of its first page shows it. `accent`: the charity's colour, as `#rrggbb`. */
export type Letterhead = { name: string; accent: string }

/** A cell with nothing but a box to be ticked by hand. */
export const TICK_BOX = '\u2610'

/**
 * A document for printing and keeping. `madeAt` is the moment that stands in the file: the same document gives the same
 * bytes.
 */
export type PrintedDocument = {
  title: string
  /** Whose document it is: the charity's name. */
  author: string
  /** A language tag, for screen readers: "en-GB". */
  language: string
  madeAt: Date
  /** The mark and the charity's name at the head of the first page; none unless told. */
  letterhead?: Letterhead
  /** A line at the foot of every page, before the page's number. */
  foot: string
  blocks: readonly Block[]
}
