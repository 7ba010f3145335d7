import { defineCollection } from '../../core/access/defineCollection.ts'
import { isAdministrator, isCaseworker } from './roles.ts'
import { accountEvents } from './signIn/accountEvents.ts'
import { sessionStrategy } from './signIn/strategy.ts'

/**
 * Everybody who signs in. What they may do sits in role grants, their password in credentials: neither can be reached by
 * editing a user. They come in by our own session cookie; Payload's own passwords and tokens are switched off.
 */
export const users = defineCollection({
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  nature: { final: 'never', sensitive: false, about: ['itself'], kept: 'with-the-person' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'email', 'standing'],
  description: 'People with an account. Whoever is added is sent a link to choose a password. Their roles are kept under Role grants.',
  access: {
    read: (actor) => (isCaseworker(actor) || isAdministrator(actor) ? true : actor.kind === 'person' ? { id: { equals: actor.userId } } : false),
    create: isAdministrator,
    update: isAdministrator,
  },
  tells: accountEvents,
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    { name: 'email', type: 'email', required: true, unique: true, index: true, hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)] } },
    {
      name: 'standing',
      label: 'Account',
      type: 'select',
      required: true,
      defaultValue: 'open',
      options: [
        { value: 'open', label: 'Open' },
        { value: 'closed', label: 'Closed: cannot sign in' },
      ],
    },
  ],
  further: { auth: { disableLocalStrategy: true, strategies: [sessionStrategy] } },
})
