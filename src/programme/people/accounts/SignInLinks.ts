import { defineCollection } from '../../../core/access/defineCollection.ts'
import { related } from '../../../core/fields/related.ts'

/**
 * Single-use links to choose a password: an invitation or a reset. Only the link's digest is kept, and the link is made
 * again with a key when the message is written. Reached by no door.
 */
export const signInLinks = defineCollection({
  slug: 'sign-in-links',
  labels: { singular: 'Sign-in link', plural: 'Sign-in links' },
  nature: { final: 'never', sensitive: false, about: ['user'], kept: 'briefly' },
  access: {},
  audited: false,
  versioned: false,
  fields: [
    related({ name: 'user', label: 'Person', to: 'users', required: true }),
    {
      name: 'purpose',
      type: 'select',
      required: true,
      options: [
        { value: 'invitation', label: 'Invitation' },
        { value: 'password-reset', label: 'New password' },
      ],
    },
    { name: 'digest', type: 'text', required: true, unique: true, index: true },
    { name: 'endsAt', type: 'date', required: true },
    { name: 'usedAt', type: 'date' },
  ],
})
