import { speakDate } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { PERSON_NAME } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { dbsDisclosureWorkflow } from './disclosureWorkflow.ts'

/** Everybody to whom a certificate, or that there is one, was shown: only ever added to [VOL-6]. */
export const dbsDisclosures = defineCollection({
  slug: 'dbs-disclosures',
  labels: { singular: 'DBS check shown', plural: 'DBS checks shown' },
  nature: { final: 'once-stored', sensitive: true, about: ['check'], kept: 'with-the-person' },
  title: {
    from: 'shownTo',
    needs: ['shownOn'],
    words: ({ from, record }) => `${from}, ${speakDate(String(record.shownOn))}`,
  },
  defaultColumns: ['check', 'shownTo', 'shownOn', 'recordedBy'],
  description:
    'Whoever was shown a check stands here for good. Write down who and why, never what the certificate says.',
  access: { read: isCaseworker, create: isCaseworker },
  workflow: dbsDisclosureWorkflow,
  fields: [
    related({
      name: 'check',
      label: 'DBS check',
      to: 'vetting-records',
      required: true,
      description: 'Search by the volunteer’s name.',
    }),
    { name: 'shownTo', label: 'Shown to', ...PERSON_NAME.field, required: true },
    calendarDate({ name: 'shownOn', kind: 'happened', label: 'On', required: true }),
    { name: 'purpose', label: 'Why they had to see it', type: 'text', required: true, maxLength: 200 },
    engineOnly(related({ name: 'recordedBy', label: 'Recorded by', to: 'users' })),
  ],
})
