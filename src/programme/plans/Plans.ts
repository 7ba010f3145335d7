import { speakDate } from '../../core/clock/londonDates.ts'
import { defineCollection } from '../../core/access/defineCollection.ts'
import { calendarDate } from '../../core/fields/calendarDate.ts'
import { childField } from '../people/children/childField.ts'
import { isCaseworker } from '../people/roles.ts'
import { madeTogether } from './rules.ts'

/** A child's own plan: when it was made, with whom, and what matters to the child. The newest holds [PLN-1]. */
export const plans = defineCollection({
  slug: 'plans',
  labels: { singular: 'Plan', plural: 'Plans' },
  nature: { final: 'never', sensitive: true, about: ['child'], kept: 'with-the-person' },
  title: {
    from: 'child.name',
    needs: ['madeOn'],
    words: ({ from, record }) => `Plan of ${from}, made ${speakDate(String(record.madeOn))}`,
  },
  defaultColumns: ['child', 'madeOn', 'childTookPart'],
  sort: '-madeOn',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  mayStore: ({ after }) =>
    madeTogether({
      childTookPart: after.childTookPart === true,
      childNotBecause: String(after.childNotBecause ?? ''),
      parents: Array.isArray(after.parents) ? after.parents.length : 0,
      parentsNotBecause: String(after.parentsNotBecause ?? ''),
    }),
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    calendarDate({ name: 'madeOn', kind: 'begins', label: 'Made on', required: true }),
    { name: 'childTookPart', label: 'The child took part in making it', type: 'checkbox', defaultValue: false },
    {
      name: 'childNotBecause',
      label: 'Why the child did not',
      type: 'text',
      maxLength: 500,
      admin: { condition: (data) => data.childTookPart !== true },
    },
    { name: 'childsWords', label: 'What matters to the child, in their words', type: 'textarea', maxLength: 4000 },
    {
      name: 'parents',
      label: 'Parents and carers who took part',
      type: 'relationship',
      relationTo: 'guardians',
      hasMany: true,
      admin: { allowCreate: false },
    },
    { name: 'parentsNotBecause', label: 'Why no parent or carer did', type: 'text', maxLength: 500 },
    {
      name: 'keyWorkers',
      label: 'Key workers who took part',
      type: 'relationship',
      relationTo: 'key-workers',
      hasMany: true,
      admin: { allowCreate: false },
    },
    { name: 'othersTookPart', label: 'Others who took part', type: 'text', maxLength: 300 },
    { name: 'summary', label: 'The plan in short', type: 'textarea', maxLength: 4000 },
  ],
})
