import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { CALL } from '../fields.ts'
import { callRequestWorkflow } from './workflow.ts'

/**
 * That a parent or carer asked, by their own link, to be rung, or to have the form by post. Nothing about their consent follows from it [MAT-12].
 */
export const callRequests = defineCollection({
  slug: 'call-requests',
  labels: { singular: 'Call to make', plural: 'Calls to make' },
  nature: { final: 'never', sensitive: true, about: ['guardian', 'consentRequest'], kept: 'with-the-person' },
  title: { from: 'guardian.name', words: ({ from }) => `${from} asked us` },
  defaultColumns: ['guardian', 'bestTime', 'words', 'status', 'askedAt'],
  sort: '-askedAt',
  description:
    'Parents and carers who asked, on the pages of their link, to be rung or to have the form by post. Look at the child’s record before you ring.',
  access: { read: isCaseworker },
  workflow: callRequestWorkflow,
  fields: [
    engineOnly(related({ name: 'guardian', label: 'Parent or carer', to: 'guardians', required: true })),
    engineOnly(
      related({ name: 'consentRequest', label: 'Asked from the pages of', to: 'consent-requests', required: true }),
    ),
    engineOnly({
      name: 'wish',
      label: 'What they asked for',
      type: 'select',
      required: true,
      defaultValue: 'call',
      options: [
        { value: 'call', label: 'A call' },
        { value: 'paper', label: 'The form on paper, by post' },
      ],
    }),
    engineOnly({ name: 'number', label: 'The number that they gave', ...CALL.number.field }),
    engineOnly({ name: 'bestTime', label: 'When it is best', ...CALL.bestTime.field }),
    engineOnly({ name: 'words', label: 'In their own words', ...CALL.words.field }),
    engineOnly({ name: 'askedAt', label: 'Asked', type: 'date', required: true }),
    engineOnly(related({ name: 'rungBy', label: 'Done by', to: 'users' })),
    engineOnly({ name: 'rungAt', label: 'Done', type: 'date' }),
    engineOnly({ name: 'note', label: 'What came of it', ...CALL.note.field }),
  ],
})
