import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { REFERENCE } from './fields.ts'
import { referenceWorkflow } from './workflow.ts'

/**
 * A referee of somebody who applies, or who is a volunteer already, and how far asking them has come. What they said
 * stands elsewhere [VOL-6].
 */
export const volunteerReferences = defineCollection({
  slug: 'volunteer-references',
  labels: { singular: 'Reference', plural: 'References' },
  nature: { final: 'never', sensitive: false, about: ['itself', 'application', 'volunteer'], kept: 'with-the-person' },
  title: { from: 'refereeName', needs: [], words: ({ from }) => `Reference from ${from}` },
  defaultColumns: ['refereeName', 'application', 'volunteer', 'status', 'endsAt'],
  description:
    'Two people who know the volunteer well, and are not family. They answer by a link of their own, which nobody else sees.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: referenceWorkflow,
  fields: [
    related({
      name: 'application',
      label: 'Application',
      to: 'applications',
      description: 'For somebody who applies.',
    }),
    related({
      name: 'volunteer',
      label: 'Volunteer',
      to: 'volunteers',
      description: 'For somebody who is a volunteer already.',
    }),
    { name: 'refereeName', label: 'Name of the referee', ...REFERENCE.refereeName.field, required: true },
    { name: 'refereeEmail', label: 'Email address of the referee', type: 'email' },
    { name: 'refereeTelephone', label: 'Telephone number of the referee', ...REFERENCE.refereeTelephone.field },
    {
      name: 'howKnown',
      label: 'How they know each other',
      ...REFERENCE.howKnown.field,
      admin: { description: 'Family does not count.' },
    },
    engineOnly({ name: 'askedAt', label: 'Asked', type: 'date' }),
    engineOnly({ name: 'linkDigest', type: 'text', unique: true, index: true, hidden: true }),
    engineOnly({ name: 'linkNumber', type: 'number', defaultValue: 0, hidden: true }),
    engineOnly({ name: 'endsAt', label: 'The link ends', type: 'date' }),
  ],
})
