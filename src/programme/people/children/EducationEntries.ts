import { speakDate } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { ORGANISATION } from '../../../core/fields/commonTexts.ts'
import { childField } from './childField.ts'
import { EDUCATION_STATUSES, type EducationStatus } from './education.ts'
import { isCaseworker } from '../roles.ts'

/** Where a child stood in education from a day on. A change is a new entry, so that the history is kept [PLN-3]. */
export const educationEntries = defineCollection({
  slug: 'education-entries',
  labels: { singular: 'Education entry', plural: 'Education' },
  nature: { final: 'never', sensitive: true, about: ['child'], kept: 'with-the-person' },
  title: {
    from: 'child.name',
    needs: ['status', 'since'],
    words: ({ from, record }) =>
      `${from}: ${EDUCATION_STATUSES[record.status as EducationStatus]} since ${speakDate(String(record.since))}`,
  },
  defaultColumns: ['child', 'status', 'since', 'place'],
  description: 'When something changes, add an entry and leave the earlier ones as they are.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    {
      name: 'status',
      label: 'Education',
      type: 'select',
      required: true,
      options: Object.entries(EDUCATION_STATUSES).map(([value, label]) => ({ value, label })),
    },
    calendarDate({ name: 'since', kind: 'begins', label: 'Since', required: true }),
    { name: 'place', label: 'School, college or employer', ...ORGANISATION.field },
    { name: 'note', label: 'What is known about it', type: 'textarea', maxLength: 2000 },
  ],
})
