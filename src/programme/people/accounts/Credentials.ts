import { defineCollection } from '../../../core/access/defineCollection.ts'
import { related } from '../../../core/fields/related.ts'

/** Password digests (argon2id), apart from the user and reached by no door. */
export const credentials = defineCollection({
  slug: 'credentials',
  labels: { singular: 'Credential', plural: 'Credentials' },
  nature: { final: 'never', sensitive: false, about: ['user'], kept: 'with-the-person' },
  access: {},
  audited: false,
  versioned: false,
  fields: [
    related({ name: 'user', label: 'Person', to: 'users', required: true, unique: true }),
    { name: 'passwordDigest', type: 'text', required: true },
    { name: 'changedAt', type: 'date', required: true },
  ],
})
