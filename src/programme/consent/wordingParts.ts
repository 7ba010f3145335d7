/** One part of a form's words: its title, and its lines one by one. */
export type WordingPart = { title: string; lines: string[] }

/** A stored wording, part by part, as people read it: without the signs by which a point is found again. */
export const partsOfWording = (wording: string): WordingPart[] =>
  wording.split('\n\n').map((part) => {
    const [title = '', ...lines] = part.split('\n')
    return { title: title.replace(/^\[[\w:-]+\] /, ''), lines }
  })
