import { defineCollection } from '../../core/access/defineCollection.ts'
import { holdsARole, isCommittee } from '../people/roles.ts'
import { POLICY_KINDS } from './kinds.ts'
import { policiesThatSay } from './queries.ts'
import { chaseEndpoint, startingSetEndpoint } from './endpoints.ts'

/** A document of the programme; its text is in its versions. */
export const policies = defineCollection({
  slug: 'policies',
  labels: { singular: 'Policy', plural: 'Policies' },
  nature: { final: 'never', sensitive: false, about: 'nobody', kept: 'while-in-use' },
  useAsTitle: 'title',
  defaultColumns: ['title', 'kind', 'mustBeAccepted'],
  sort: 'title',
  access: { read: holdsARole, create: isCommittee, update: isCommittee },
  endpoints: [chaseEndpoint, startingSetEndpoint],
  further: { custom: { alsoFound: policiesThatSay } },
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      unique: true,
      options: Object.entries(POLICY_KINDS).map(([value, label]) => ({ value, label })),
    },
    { name: 'title', type: 'text', required: true, maxLength: 160 },
    { name: 'mustBeAccepted', label: 'Every volunteer must accept it', type: 'checkbox', defaultValue: false },
  ],
})
