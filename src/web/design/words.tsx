import { createContext, Fragment, useContext, type ReactNode } from 'react'
import type { SentenceName } from '../../programme/people/parentWords/catalogue.ts'
import { wordsIn, type ParentWords } from '../../programme/people/parentWords/parentWords.ts'

/** In which language a page speaks: English but on parents’ pages, which speak the language of their form. */
export const Words = createContext<ParentWords>(wordsIn('en'))

/** The words of the page that is being drawn. */
export const useWords = (): ParentWords => useContext(Words)

/** A sentence of the house that holds a link or another element: `parts` by the name of their place. */
export const Said = ({
  name,
  parts,
}: {
  name: SentenceName
  parts: Readonly<Record<string, ReactNode>>
}): ReactNode => {
  const pieces = useWords()
    .say(name)
    .split(/(\{[a-z]+\})/)
  return pieces.map((piece, index) => (
    <Fragment key={index}>{/^\{[a-z]+\}$/.test(piece) ? parts[piece.slice(1, -1)] : piece}</Fragment>
  ))
}
