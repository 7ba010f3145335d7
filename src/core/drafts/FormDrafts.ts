import { defineCollection } from '../access/defineCollection.ts'

/**
 * Public forms that somebody has begun and not sent. Nobody may read them, through any door: only the holder of the
 * browser's token or of the emailed link goes on, and only the digests of both are kept. They are removed when their
 * time is over.
 */
export const formDrafts = defineCollection({
  slug: 'form-drafts',
  labels: { singular: 'Form begun', plural: 'Forms begun' },
  nature: { final: 'never', sensitive: false, about: ['itself'], kept: 'briefly' },
  access: {},
  audited: false,
  versioned: false,
  fields: [
    { name: 'form', type: 'text', required: true },
    { name: 'digest', type: 'text', required: true, unique: true, index: true },
    { name: 'linkDigest', type: 'text', unique: true, index: true },
    { name: 'linkNumber', type: 'number', required: true, defaultValue: 0 },
    { name: 'email', type: 'text', index: true },
    { name: 'answers', type: 'json', required: true },
    { name: 'endsAt', type: 'date', required: true, index: true },
    { name: 'sentAt', type: 'date' },
    { name: 'outcome', type: 'json' },
  ],
})
