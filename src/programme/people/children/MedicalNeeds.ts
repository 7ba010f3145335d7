import { defineCollection } from '../../../core/access/defineCollection.ts'
import { childField } from './childField.ts'
import { isCaseworker } from '../roles.ts'

/**
 * What a child's health asks of whoever is with them, apart from the child's own record. Which a volunteer may see is
 * said higher up [MAT-7, SAF-9].
 */
export const medicalNeeds = defineCollection({
  slug: 'medical-needs',
  labels: { singular: 'Medical and access needs', plural: 'Medical and access needs' },
  nature: { final: 'never', sensitive: true, about: ['child'], kept: 'with-the-person' },
  title: { from: 'child.name', words: ({ from }) => `Medical and access needs of ${from}` },
  defaultColumns: ['child', 'updatedAt'],
  description: 'Seen by the co-ordinator, the committee, and the child’s own volunteer while they are matched.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  fields: [
    childField({ name: 'child', label: 'Child', required: true, unique: true }),
    { name: 'allergies', label: 'Allergies', type: 'textarea', maxLength: 2000 },
    { name: 'medication', label: 'Medication', type: 'textarea', maxLength: 2000 },
    {
      name: 'accessNeeds',
      label: 'Access needs',
      type: 'textarea',
      maxLength: 2000,
      admin: { description: 'What the child needs to take part: a ramp, quiet places, glasses, more time.' },
    },
    { name: 'inAnEmergency', label: 'What to do in an emergency', type: 'textarea', maxLength: 2000 },
  ],
})
