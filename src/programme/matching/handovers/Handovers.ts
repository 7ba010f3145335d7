import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { isCaseworker } from '../../people/roles.ts'
import { handoverWorkflow } from './workflow.ts'

/**
 * That a child needs another volunteer, because theirs paused or left: begun by the committee contact of the match
 * [VOL-11].
 */
export const handovers = defineCollection({
  slug: 'handovers',
  labels: { singular: 'Hand-over', plural: 'Hand-overs' },
  nature: { final: 'never', sensitive: true, about: ['child', 'match'], kept: 'with-the-person' },
  title: { from: 'child.name', words: ({ from }) => `Hand-over of ${from}` },
  defaultColumns: ['match', 'status', 'neededSince', 'contact'],
  sort: '-neededSince',
  access: { read: isCaseworker, update: isCaseworker },
  workflow: handoverWorkflow,
  fields: [
    related({ name: 'match', label: 'Match', to: 'matches', required: true }),
    childField({ name: 'child', label: 'Child', required: true, prefilled: false }),
    related({ name: 'contact', label: 'To be begun by', to: 'users', required: true }),
    calendarDate({ name: 'neededSince', label: 'Needed since', required: true }),
    engineOnly(related({ name: 'begunBy', label: 'Begun by', to: 'users' })),
    engineOnly({ name: 'closedReason', label: 'How it ended', ...REASON.field }),
  ],
})
