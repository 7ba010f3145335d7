/**
 * Whether a text lost letters on its way: between alphabets (“ZoÃ«”, “ONeil” without a trace is beyond anybody), or a
 * question mark in place of one within a name.
 */
export const isMaimed = ({ text, isName }: { text: string; isName: boolean }): boolean =>
  WRONG_ALPHABET.test(text) || (isName && LETTER_LOST.test(text))

const WRONG_ALPHABET =
  /\ufffd|â€|[ÂÃÄÅ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/
const LETTER_LOST = /\p{L}\?|\?\p{L}|\p{Ll}Õ|Õ\p{Lu}|\p{L}[“”„†‡ˆ‰‹›•˜™¢£¤¥§©®°±¶¼½¾]/u
