import type { CollectionConfig } from 'payload'
import { defineCollection, type AccessRule } from '../../core/access/defineCollection.ts'
import { calendarDate } from '../../core/fields/calendarDate.ts'
import { related } from '../../core/fields/related.ts'
import { isCaseworker } from './roles.ts'

/** A child, as everybody concerned may know them; what troubles them is kept elsewhere. `visibleToVolunteer` says whom a volunteer may see [MAT-7]. */
export const children = ({ visibleToVolunteer }: { visibleToVolunteer: AccessRule }): CollectionConfig =>
  defineCollection({
    slug: 'children',
    labels: { singular: 'Child', plural: 'Children' },
    group: 'Children',
    useAsTitle: 'name',
    defaultColumns: ['name', 'family', 'bornOn'],
    sensitive: true,
    access: { read: (actor, req) => isCaseworker(actor) || visibleToVolunteer(actor, req), create: isCaseworker, update: isCaseworker },
    tells: ({ before, after }) => (before.id && before.family !== after.family ? [{ name: 'consent.changed', childId: String(after.id) }] : []),
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'name', type: 'text', required: true, maxLength: 120 },
          { name: 'knownAs', label: 'Likes to be called', type: 'text', maxLength: 60 },
          calendarDate({ name: 'bornOn', label: 'Date of birth' }),
          related({ name: 'family', label: 'Family', to: 'families', required: true }),
        ],
      },
      { name: 'childRecord', type: 'ui', admin: { components: { Field: '/src/admin/child/ChildRecord.tsx#ChildRecord' } } },
    ],
  })
