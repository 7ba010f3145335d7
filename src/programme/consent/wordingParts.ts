/** One part of a form's words: its title, and its lines one by one. */
export type WordingPart = { title: string; lines: string[] }

/** A stored wording, part by part, as people read it: without the signs by which a point is found again. */
export const partsOfWording = (wording: string): WordingPart[] =>
  wording.split('\n\n').map((part) => {
    const [title = '', ...lines] = part.split('\n')
    return { title: title.replace(/^\[[\w:-]+\] /, ''), lines }
  })

/**
 * A stored wording as our typeface can print it: all of it, or, where it stands in letters other than Latin ones, the English that
 * stands beside them.
 */
export const printableWording = (wording: string): { text: string; isEnglishAlone: boolean } => {
  const parts = wording.split('\n\n')
  const english = parts.findIndex((part) => part.endsWith(IN_ENGLISH))
  if (english < 0 || !OTHER_LETTERS.test(wording)) return { text: wording, isEnglishAlone: false }
  return { text: parts.slice(english).join('\n\n').replaceAll(/^\[en:/gm, '['), isEnglishAlone: true }
}

/** How the heading ends below which a form in another language stands in English once more. */
export const IN_ENGLISH = ', in English'

const OTHER_LETTERS = /[^\p{Script=Latin}\P{Letter}]/u
