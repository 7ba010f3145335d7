import type { CollectionConfig } from 'payload'
import { defineCollection, type AccessRule } from '../../core/access/defineCollection.ts'
import { childField } from './childField.ts'
import { isCaseworker } from './roles.ts'

/** What a child's health asks of whoever is with them, apart from the child's own record. `visibleToVolunteer` says which a volunteer may see [MAT-7, SAF-9]. */
export const medicalNeeds = ({ visibleToVolunteer }: { visibleToVolunteer: AccessRule }): CollectionConfig =>
  defineCollection({
    slug: 'medical-needs',
    labels: { singular: 'Medical and access needs', plural: 'Medical and access needs' },
    group: 'Children',
    title: { from: 'child.name', words: ({ from }) => `Medical and access needs of ${from}` },
    defaultColumns: ['child', 'updatedAt'],
    description: 'Seen by the co-ordinator, the committee, and the child’s own volunteer while they are matched.',
    sensitive: true,
    access: { read: (actor, req) => isCaseworker(actor) || visibleToVolunteer(actor, req), create: isCaseworker, update: isCaseworker },
    fields: [
      childField({ name: 'child', label: 'Child', required: true, unique: true }),
      { name: 'allergies', label: 'Allergies', type: 'textarea', maxLength: 2000 },
      { name: 'medication', label: 'Medication', type: 'textarea', maxLength: 2000 },
      { name: 'accessNeeds', label: 'Access needs', type: 'textarea', maxLength: 2000, admin: { description: 'What the child needs to take part: a ramp, quiet places, glasses, more time.' } },
      { name: 'inAnEmergency', label: 'What to do in an emergency', type: 'textarea', maxLength: 2000 },
    ],
  })
