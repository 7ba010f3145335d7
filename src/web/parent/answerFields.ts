import { z } from 'zod'
import { signatureTyped } from '../../programme/consent/fields.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../../programme/consent/rules.ts'
import { RELATIONSHIPS } from '../../programme/consent/asking/relationships.ts'
import type { ParentWords } from '../../programme/people/parentWords/parentWords.ts'
import type { Typed } from '../visit/typed.ts'

/** The two answers to every point, of equal size. */
export const yesOrNo = ({ say }: ParentWords) => [
  { value: 'yes', label: say('form.yes') },
  { value: 'no', label: say('form.no') },
]

/** Who a signer is to the child, in the words of the page; as it was written, where it is none that the form offers. */
export const relationshipInWords = ({
  words: { say },
  relationship,
}: {
  words: ParentWords
  relationship: string
}): string => {
  const known = RELATIONSHIPS.find((offered) => offered === relationship)
  return known === undefined ? relationship : say(`relationship.${known}`)
}

/** The name of a point's field. */
export const fieldOf = (item: ConsentItem): `answer-${ConsentItem}` => `answer-${item}`

/** The point that a text names, as the form of one point posts it. */
export const itemField = z.object({ item: z.enum(Object.keys(CONSENT_ITEMS) as ConsentItem[]) })

/** The answers and who gives them, as the form posts them. */
export const answersSchema = z.object({
  ...(Object.fromEntries(
    Object.entries(CONSENT_ITEMS).map(([item, title]) => [
      `answer-${item}`,
      z.enum(['yes', 'no'], `Say yes or no: ${title}.`),
    ]),
  ) as Record<`answer-${ConsentItem}`, z.ZodEnum<{ yes: 'yes'; no: 'no' }>>),
  relationship: z.enum(RELATIONSHIPS, 'Say who you are to the child.'),
})

/** What signs them. */
export const signatureSchema = z.object({
  parentalResponsibility: z.literal('yes', 'Tick the box if it is true. If it is not, ask us.'),
  name: signatureTyped(),
})

/** What signs a yes to one point: who the signer is, and their signature. */
export const agreementSchema = z.object({
  relationship: z.enum(RELATIONSHIPS, 'Say who you are to the child.'),
  ...signatureSchema.shape,
})

/** The fields of the form among all that was posted, to be carried along unseen. */
export const answersAmong = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([name]) => name === 'relationship' || Object.keys(CONSENT_ITEMS).some((item) => name === `answer-${item}`),
    ),
  )

/**
 * A yes to every point that is not answered, as “Say yes to everything” asks for. A no that was chosen stays one
 * [CON-2].
 */
export const withYesWhereOpen = (typed: Typed): Typed => ({
  ...Object.fromEntries(Object.keys(CONSENT_ITEMS).map((item) => [`answer-${item}`, 'yes'])),
  ...typed,
})

/** The answers by item, as the workflow takes them. */
export const answersByItem = (fields: z.output<typeof answersSchema>): Record<ConsentItem, 'yes' | 'no'> =>
  Object.fromEntries(
    (Object.keys(CONSENT_ITEMS) as ConsentItem[]).map((item) => [item, fields[fieldOf(item)]]),
  ) as Record<ConsentItem, 'yes' | 'no'>
