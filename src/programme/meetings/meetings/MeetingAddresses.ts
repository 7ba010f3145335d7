import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { related } from '../../../core/fields/related.ts'
import { mayReadAddresses } from '../access.ts'
import { MEETING } from '../fields.ts'

/**
 * Where a meeting at somebody's home is. Apart from the meeting, which everybody sees on the calendar; written by the
 * software from what was proposed [SAF-7, MAT-7].
 */
export const meetingAddresses = defineCollection({
  slug: 'meeting-addresses',
  labels: { singular: 'Address of a meeting at home', plural: 'Addresses of meetings at home' },
  nature: { final: 'never', sensitive: true, about: ['meeting'], kept: 'with-the-person' },
  useAsTitle: 'address',
  defaultColumns: ['meeting', 'address'],
  description: 'To change one, write the new address under “Where” of the meeting while it waits to be confirmed.',
  access: { read: mayReadAddresses },
  fields: [
    engineOnly(related({ name: 'meeting', label: 'Meeting', to: 'meetings', required: true, unique: true })),
    engineOnly({ name: 'address', label: 'Address', ...MEETING.place.field, required: true }),
  ],
})
