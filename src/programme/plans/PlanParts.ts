import { defineCollection } from '../../core/access/defineCollection.ts'
import { calendarDate } from '../../core/fields/calendarDate.ts'
import { related } from '../../core/fields/related.ts'
import { childField } from '../people/children/childField.ts'
import { isCaseworker } from '../people/roles.ts'
import { datesInOrder, PLAN_PART_KINDS, PLAN_PART_STATES } from './rules.ts'

/** One thing that a child's plan contains, from when until when [PLN-1]. */
export const planParts = defineCollection({
  slug: 'plan-parts',
  labels: { singular: 'Part of a plan', plural: 'Parts of plans' },
  nature: { final: 'never', sensitive: true, about: ['child'], kept: 'with-the-person' },
  useAsTitle: 'title',
  defaultColumns: ['child', 'kind', 'title', 'from', 'until', 'state'],
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  mayStore: ({ after }) => datesInOrder(after as { from: unknown; until: unknown }),
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: Object.entries(PLAN_PART_KINDS).map(([value, label]) => ({ value, label })),
    },
    { name: 'title', label: 'What', type: 'text', required: true, maxLength: 200 },
    { name: 'withWhom', label: 'With whom or where', type: 'text', maxLength: 200 },
    calendarDate({ name: 'from', label: 'From', required: true }),
    calendarDate({ name: 'until', label: 'Until' }),
    {
      name: 'state',
      label: 'How far',
      type: 'select',
      required: true,
      defaultValue: 'planned',
      options: Object.entries(PLAN_PART_STATES).map(([value, label]) => ({ value, label })),
    },
    related({ name: 'barrier', label: 'The barrier that it helps to remove', to: 'barriers' }),
    { name: 'note', label: 'What came of it', type: 'textarea', maxLength: 2000 },
  ],
})
