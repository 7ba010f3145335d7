import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { formLanguageOptions } from '../../people/formLanguages.ts'
import { isCaseworker } from '../../people/roles.ts'
import { CONSENT } from '../fields.ts'
import { askAgainEndpoint } from './askAgain.ts'
import { deliveriesOf, LISTED_DELIVERY } from './delivery.ts'
import { consentRequestWorkflow } from './workflow.ts'

/**
 * That a parent or carer was asked by emailed link, and how it ended. The link is made with a key when the message is
 * written; only its digest is here [CON-1].
 */
export const consentRequests = defineCollection({
  slug: 'consent-requests',
  labels: { singular: 'Consent request', plural: 'Consent requests' },
  nature: { final: 'never', sensitive: true, about: ['child', 'guardian'], kept: 'as-evidence' },
  title: {
    from: 'child.name',
    also: 'guardian.name',
    words: ({ from, also }) => (also ? `${from}: ${also} was asked` : from),
  },
  defaultColumns: ['child', 'guardian', 'status', 'delivery', 'endsAt'],
  sort: '-endsAt',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: consentRequestWorkflow,
  besides: { name: LISTED_DELIVERY, of: deliveriesOf },
  endpoints: [askAgainEndpoint],
  fields: [
    {
      name: 'delivery',
      label: 'Email',
      type: 'ui',
      admin: { components: { Cell: '/src/admin/consent/DeliveryCell.tsx#DeliveryCell' } },
    },
    childField({ name: 'child', label: 'Child', required: true }),
    related({ name: 'guardian', label: 'Parent or carer', to: 'guardians', required: true }),
    engineOnly(related({ name: 'askedBy', label: 'Asked by', to: 'users' })),
    engineOnly({ name: 'linkDigest', type: 'text', unique: true, index: true, hidden: true }),
    engineOnly({ name: 'linkNumber', type: 'number', defaultValue: 1, hidden: true }),
    engineOnly({ name: 'endsAt', label: 'The link ends', type: 'date' }),
    engineOnly({ name: 'wrongTries', type: 'number', defaultValue: 0, hidden: true }),
    engineOnly({ name: 'lockedUntil', type: 'date', hidden: true }),
    engineOnly({ name: 'answeredAt', label: 'Answered', type: 'date' }),
    engineOnly({
      name: 'answeredBy',
      label: 'How',
      type: 'select',
      options: [
        { value: 'link', label: 'By emailed link' },
        { value: 'paper', label: 'On paper' },
        { value: 'telephone', label: 'By telephone' },
      ],
    }),
    engineOnly({ name: 'signedName', label: 'Signed with the name', ...CONSENT.signedName.field }),
    engineOnly({ name: 'signedRelationship', label: 'Relationship to the child', ...CONSENT.signedRelationship.field }),
    engineOnly(related({ name: 'wordingVersion', label: 'Version of the wording', to: 'policy-versions' })),
    engineOnly({
      name: 'wordingLanguage',
      label: 'Read in, beside the English',
      type: 'select',
      options: formLanguageOptions,
    }),
    engineOnly({ name: 'wordingDigest', label: 'Digest of the wording shown', type: 'text' }),
    engineOnly({ name: 'wording', label: 'Wording shown', type: 'textarea' }),
    engineOnly({ name: 'askedAgainAt', label: 'Asked again in new words', type: 'date' }),
    engineOnly(related({ name: 'askedAgainFor', label: 'New version they were asked about', to: 'policy-versions' })),
    engineOnly({ name: 'declineReason', label: 'Reason for saying no', ...CONSENT.declineReason.field }),
  ],
})
