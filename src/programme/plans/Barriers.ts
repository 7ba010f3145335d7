import { defineCollection } from '../../core/access/defineCollection.ts'
import { engineOnly } from '../../core/access/engineOnly.ts'
import { calendarDate } from '../../core/fields/calendarDate.ts'
import { childField } from '../people/children/childField.ts'
import { isCaseworker } from '../people/roles.ts'
import { REMOVED_HOW } from './fields.ts'
import { BARRIER_REMEDIES } from './rules.ts'
import { barrierWorkflow } from './workflow.ts'

/** What stands in a child's way, and what money or support would remove it [PLN-2]. */
export const barriers = defineCollection({
  slug: 'barriers',
  labels: { singular: 'Barrier', plural: 'Barriers' },
  nature: { final: 'never', sensitive: true, about: ['child'], kept: 'with-the-person' },
  useAsTitle: 'what',
  defaultColumns: ['child', 'what', 'remedy', 'status'],
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: barrierWorkflow,
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    { name: 'what', label: 'What stands in the way', type: 'text', required: true, maxLength: 200 },
    {
      name: 'remedy',
      label: 'What would remove it',
      type: 'select',
      required: true,
      options: Object.entries(BARRIER_REMEDIES).map(([value, label]) => ({ value, label })),
    },
    { name: 'remedyWords', label: 'Which money or support', type: 'textarea', required: true, maxLength: 2000 },
    engineOnly(calendarDate({ name: 'removedOn', label: 'Removed on' })),
    engineOnly({ name: 'removedHow', label: 'How it was removed', ...REMOVED_HOW.field }),
  ],
})
