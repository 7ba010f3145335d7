/** The package comes without types; this is what is used of it. */
declare module 'linebreak' {
  /** Finds where a line of a text may end, by Unicode's rules (UAX #14). */
  export default class LineBreaker {
    constructor(text: string)
    /** The next such place, in UTF-16 units from the beginning; the last is the text's end. */
    nextBreak(): { position: number; required: boolean } | null
  }
}
