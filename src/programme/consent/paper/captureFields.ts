import { CONSENT_ITEMS, type ConsentItem } from '../rules.ts'

/** The field of a captured form that holds one point's answer: "talkingWithSchool". */
export const fieldOfItem = (item: ConsentItem): string =>
  item.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())

/** What was said to each point that was spoken of. */
export const answersIn = (record: Readonly<Record<string, unknown>>): Partial<Record<ConsentItem, 'yes' | 'no'>> =>
  Object.fromEntries(
    (Object.keys(CONSENT_ITEMS) as ConsentItem[]).flatMap((item) => {
      const answer = record[fieldOfItem(item)]
      return answer === 'yes' || answer === 'no' ? [[item, answer]] : []
    }),
  )
