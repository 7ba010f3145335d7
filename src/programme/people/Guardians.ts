import type { CollectionConfig } from 'payload'
import { defineCollection, type AccessRule } from '../../core/access/defineCollection.ts'
import { related } from '../../core/fields/related.ts'
import { isCaseworker } from './roles.ts'

/** A parent or carer: the one with whom meetings are agreed and who signs consent. `visibleToVolunteer` says whom a volunteer may see. */
export const guardians = ({ visibleToVolunteer }: { visibleToVolunteer: AccessRule }): CollectionConfig =>
  defineCollection({
    slug: 'guardians',
    labels: { singular: 'Parent or carer', plural: 'Parents and carers' },
    group: 'Children',
    useAsTitle: 'name',
    defaultColumns: ['name', 'family', 'relationship', 'mobile'],
    sensitive: true,
    access: { read: (actor, req) => isCaseworker(actor) || visibleToVolunteer(actor, req), create: isCaseworker, update: isCaseworker },
    tells: ({ before, after }) =>
      before.id && GATED.some((field) => before[field] !== after[field]) ? [...new Set([before.family, after.family])].map((familyId) => ({ name: 'family.changed', familyId })) : [],
    fields: [
      { name: 'name', type: 'text', required: true, maxLength: 120 },
      related({ name: 'family', label: 'Family', to: 'families', required: true }),
      { name: 'relationship', label: 'Relationship to the child', type: 'text', maxLength: 60 },
      { name: 'email', type: 'email' },
      { name: 'mobile', label: 'Mobile number', type: 'text', maxLength: 30 },
      { name: 'parentalResponsibility', label: 'Has parental responsibility', type: 'checkbox', defaultValue: true },
      {
        name: 'contactRule',
        label: 'Contact',
        type: 'select',
        required: true,
        defaultValue: 'usual',
        options: [
          { value: 'usual', label: 'May be contacted' },
          { value: 'none', label: 'Do not contact: gets no message and no link' },
        ],
      },
    ],
  })

/** What meetings and consent ask about a parent or carer. */
const GATED = ['family', 'contactRule', 'parentalResponsibility'] as const
