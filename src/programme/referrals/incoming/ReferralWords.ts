import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { PERSON_NAME } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { REFERRAL } from '../fields.ts'

/**
 * What kind of words: of the form, asked by the committee, answered by the referrer, or the view of somebody who was
 * asked.
 */
export const WORD_KINDS = {
  form: 'From the form',
  asked: 'Asked by the committee',
  answered: 'Answered',
  view: 'A view that we asked for',
} as const

/** One of them. */
export type WordKind = keyof typeof WORD_KINDS

/**
 * What was written about a referral, by whomever: each piece as it came, never changed, the next one beside it [ELG-3,
 * ELG-9].
 */
export const referralWords = defineCollection({
  slug: 'referral-words',
  labels: { singular: 'Words on a referral', plural: 'Words on referrals' },
  nature: { final: 'once-stored', sensitive: true, about: ['incoming', 'referral'], kept: 'with-the-person' },
  useAsTitle: 'about',
  versioned: false,
  access: { read: isCaseworker },
  fields: [
    engineOnly(related({ name: 'incoming', label: 'Referral from outside', to: 'incoming-referrals' })),
    engineOnly(related({ name: 'referral', label: 'Referral', to: 'referrals' })),
    engineOnly({
      name: 'kind',
      type: 'select',
      required: true,
      options: Object.entries(WORD_KINDS).map(([value, label]) => ({ value, label })),
    }),
    engineOnly({
      name: 'about',
      label: 'Question',
      type: 'text',
      maxLength: REFERRAL.question.longest,
      required: true,
    }),
    engineOnly({ name: 'text', label: 'Words', ...REFERRAL.words.field, required: true }),
    engineOnly({ name: 'saidBy', label: 'Whose words', ...PERSON_NAME.field, required: true }),
    engineOnly({ name: 'saidAt', label: 'When', type: 'date', required: true }),
  ],
})
