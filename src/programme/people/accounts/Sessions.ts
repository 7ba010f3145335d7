import { defineCollection } from '../../../core/access/defineCollection.ts'
import { related } from '../../../core/fields/related.ts'

/**
 * Sign-ins that are open or were. Holds only a digest of the cookie, so a copy of the database signs nobody in. Reached
 * by no door.
 */
export const sessions = defineCollection({
  slug: 'sessions',
  labels: { singular: 'Sign-in', plural: 'Sign-ins' },
  nature: { final: 'never', sensitive: false, about: ['user'], kept: 'briefly' },
  access: {},
  audited: false,
  versioned: false,
  fields: [
    related({ name: 'user', label: 'Person', to: 'users', required: true }),
    { name: 'tokenDigest', type: 'text', required: true, unique: true, index: true },
    { name: 'startedAt', type: 'date', required: true },
    { name: 'lastSeenAt', type: 'date', required: true },
    { name: 'endsAt', type: 'date', required: true },
    { name: 'endedAt', type: 'date' },
    { name: 'provenAt', type: 'date' },
    { name: 'device', type: 'text' },
  ],
})
