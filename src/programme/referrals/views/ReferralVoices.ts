import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { REFERRAL } from '../fields.ts'

/**
 * The yes of one committee member to a child, or to one child more than there is room for, with the reason. Final
 * [ELG-5, ORG-2].
 */
export const referralVoices = defineCollection({
  slug: 'referral-voices',
  labels: { singular: 'Committee member’s yes', plural: 'Committee members’ yes' },
  nature: { final: 'once-stored', sensitive: true, about: ['referral'], kept: 'with-the-person' },
  useAsTitle: 'kind',
  versioned: false,
  access: { read: isCaseworker },
  fields: [
    engineOnly(related({ name: 'referral', label: 'Referral', to: 'referrals', required: true })),
    engineOnly({
      name: 'kind',
      type: 'select',
      required: true,
      options: [
        { value: 'accept', label: 'Accept the child' },
        { value: 'over-capacity', label: 'Go over capacity' },
      ],
    }),
    engineOnly(related({ name: 'by', label: 'Committee member', to: 'users', required: true })),
    engineOnly({ name: 'reason', ...REFERRAL.decisionReason.field }),
  ],
})
