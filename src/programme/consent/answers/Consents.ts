import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { isCaseworker } from '../../people/roles.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../rules.ts'
import { consentWorkflow } from './workflow.ts'

/** Each answer that a parent or carer gave, one item a row, final once stored [CON-2, CON-3]. */
export const consents = defineCollection({
  slug: 'consents',
  labels: { singular: 'Consent answer', plural: 'Consent answers' },
  nature: { final: 'once-stored', sensitive: true, about: ['child', 'guardian'], kept: 'as-evidence' },
  title: {
    from: 'child.name',
    needs: ['item', 'answer'],
    words: ({ from, record }) => `${from}: ${CONSENT_ITEMS[record.item as ConsentItem]}, ${String(record.answer)}`,
  },
  defaultColumns: ['child', 'guardian', 'item', 'answer', 'decidedOn'],
  sort: '-decidedOn',
  description: 'Each answer stands for ever. A change of mind is a new answer.',
  access: { read: isCaseworker },
  workflow: consentWorkflow,
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    related({ name: 'guardian', label: 'Parent or carer', to: 'guardians', required: true }),
    {
      name: 'item',
      type: 'select',
      required: true,
      options: Object.entries(CONSENT_ITEMS).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'answer',
      type: 'select',
      required: true,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
    calendarDate({ name: 'decidedOn', kind: 'happened', label: 'Decided on', required: true }),
    {
      name: 'method',
      label: 'How',
      type: 'select',
      required: true,
      options: [
        { value: 'link', label: 'By emailed link' },
        { value: 'paper', label: 'On paper' },
        { value: 'telephone', label: 'By telephone' },
      ],
    },
    engineOnly(calendarDate({ name: 'validUntil', label: 'Runs out on' })),
    engineOnly(related({ name: 'wordingVersion', label: 'Version of the wording', to: 'policy-versions' })),
    engineOnly({ name: 'wordingDigest', label: 'Digest of the wording read', type: 'text' }),
    engineOnly(related({ name: 'capture', label: 'As it was entered', to: 'consent-captures' })),
  ],
})
