import { speakDate } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { dbsStatusCheckWorkflow } from './statusCheckWorkflow.ts'

/** What the update service said of a certificate on a day, with the volunteer's consent: its result alone [VOL-6]. */
export const dbsStatusChecks = defineCollection({
  slug: 'dbs-status-checks',
  labels: { singular: 'Update service check', plural: 'Update service checks' },
  nature: { final: 'once-stored', sensitive: true, about: ['check'], kept: 'with-the-person' },
  title: { from: 'checkedOn', words: ({ from }) => `Update service, ${speakDate(from)}` },
  defaultColumns: ['check', 'checkedOn', 'result', 'holdsUntil'],
  description:
    'The day and the result. “No change” counts as a recheck. Anything else closes the gates until there is a new certificate.',
  access: { read: isCaseworker, create: isCaseworker },
  workflow: dbsStatusCheckWorkflow,
  fields: [
    related({
      name: 'check',
      label: 'DBS check',
      to: 'vetting-records',
      required: true,
      description: 'Search by the volunteer’s name.',
    }),
    calendarDate({ name: 'checkedOn', kind: 'happened', label: 'Checked on', required: true }),
    {
      name: 'result',
      label: 'The service said',
      type: 'select',
      required: true,
      options: [
        { value: 'no-change', label: 'No change: the certificate is current' },
        { value: 'not-current', label: 'Not current: a new certificate is needed' },
        { value: 'not-found', label: 'Not found' },
      ],
    },
    engineOnly(calendarDate({ name: 'holdsUntil', label: 'Due again' })),
    engineOnly(related({ name: 'checkedBy', label: 'Checked by', to: 'users' })),
  ],
})
