import type { ConsentItem } from '../../programme/consent/rules.ts'
import type { ParentWords } from '../../programme/people/parentWords/parentWords.ts'

/** What follows when a yes becomes a no, as it is said before the button is pressed [CON-4]. */
export const effectOfNo = ({
  item,
  themselves,
  words: { say },
}: {
  item: ConsentItem
  themselves: boolean
  words: ParentWords
}): string => (themselves && (item === 'travel' || item === 'first-aid') ? say(`no.${item}-own`) : say(`no.${item}`))
