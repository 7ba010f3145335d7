/** One part of a form's words: its title, and its lines one by one. */
export type WordingPart = { title: string; lines: string[] }

/** A stored wording, part by part, as people read it: without the signs by which a point is found again. */
export const partsOfWording = (wording: string): WordingPart[] =>
  wording.split('\n\n').map((part) => {
    const [title = '', ...lines] = part.split('\n')
    return { title: title.replace(/^\[[\w:-]+\] /, ''), lines }
  })

/**
 * A stored wording that was read in another language, in two: the parent’s own words, and the English that stood beside
 * them. `english` is undefined where all of it is in English.
 */
export const languagesOfWording = (wording: string): { own: string; english: string | undefined } => {
  const parts = wording.split('\n\n')
  const from = parts.findIndex((part) => part.endsWith(IN_ENGLISH))
  if (from < 0) return { own: wording, english: undefined }
  return {
    own: parts.slice(0, from).join('\n\n'),
    english: parts
      .slice(from)
      .join('\n\n')
      .replaceAll(/^\[en:/gm, '['),
  }
}

/** How the heading ends below which a form in another language stands in English once more. */
export const IN_ENGLISH = ', in English'
