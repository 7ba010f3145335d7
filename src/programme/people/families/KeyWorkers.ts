import { defineCollection } from '../../../core/access/defineCollection.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { ORGANISATION, PERSON_NAME, TELEPHONE } from '../../../core/fields/commonTexts.ts'
import { childField } from '../children/childField.ts'
import { leavingAddress } from '../reachedAt.ts'
import { isCaseworker } from '../roles.ts'

/** A professional around the child: a teacher, a social worker, a family support worker. */
export const keyWorkers = defineCollection({
  slug: 'key-workers',
  labels: { singular: 'Key worker', plural: 'Key workers' },
  nature: { final: 'never', sensitive: true, about: ['itself', 'child'], kept: 'with-the-person' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'role', 'organisation', 'child', 'telephone'],
  sort: 'name',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  tells: leavingAddress,
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    { name: 'name', ...PERSON_NAME.field, required: true },
    {
      name: 'role',
      type: 'text',
      required: true,
      maxLength: 120,
      admin: { description: 'For example: class teacher, social worker.' },
    },
    { name: 'organisation', ...ORGANISATION.field },
    { name: 'email', type: 'email' },
    { name: 'telephone', ...TELEPHONE.field },
    calendarDate({ name: 'since', kind: 'begins', label: 'Since' }),
    calendarDate({ name: 'until', label: 'Until', description: 'Leave empty while they are the child’s key worker.' }),
    { name: 'note', label: 'What they do for the child', type: 'textarea', maxLength: 1000 },
  ],
})
