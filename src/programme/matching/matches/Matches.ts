import { defineCollection, onlyFor } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { isCaseworker } from '../../people/roles.ts'
import { mayReadMatches } from '../access.ts'
import { matchWorkflow } from './workflow.ts'

/** Who mentors whom, from when to when: dated intervals, so that any list can be asked "as at" a day [MAT-6]. */
export const matches = defineCollection({
  slug: 'matches',
  labels: { singular: 'Match', plural: 'Matches' },
  nature: { final: 'never', sensitive: true, about: ['child', 'volunteer'], kept: 'with-the-person' },
  title: {
    from: 'child.name',
    also: 'volunteer.name',
    words: ({ from, also }) => (also ? `${from} with ${also}` : from),
  },
  defaultColumns: ['child', 'volunteer', 'status', 'startsOn', 'endsOn'],
  sort: '-startsOn',
  access: {
    read: mayReadMatches,
    create: isCaseworker,
    update: isCaseworker,
  },
  workflow: matchWorkflow,
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    related({ name: 'volunteer', label: 'Volunteer', to: 'volunteers', required: true }),
    engineOnly(onlyFor(isCaseworker, related({ name: 'proposedBy', label: 'Proposed by', to: 'users' }))),
    engineOnly(
      related({
        name: 'chosenBy',
        label: 'Volunteer chosen by',
        to: 'users',
        description:
          'A committee member. From then on the volunteer may see the child’s background and contacts, while they are cleared.',
      }),
    ),
    calendarDate({ name: 'startsOn', label: 'From', required: true }),
    calendarDate({ name: 'endsOn', label: 'Until', description: 'The last day. Leave empty while it is open.' }),
    {
      name: 'frequency',
      label: 'How often they meet',
      type: 'select',
      required: true,
      defaultValue: 'weekly',
      options: [
        { value: 'weekly', label: 'Weekly' },
        { value: 'fortnightly', label: 'Fortnightly' },
        { value: 'monthly', label: 'Monthly' },
        { value: 'two-monthly', label: 'Every two months' },
      ],
    },
    related({ name: 'committeeContact', label: 'Committee contact', to: 'users', required: true }),
    calendarDate({ name: 'goalsSetOn', label: 'Goals set together with the volunteer on' }),
    related({ name: 'parentsMetBy', label: 'Parents met by', to: 'users', description: 'A committee member.' }),
    calendarDate({ name: 'parentsMetOn', label: 'Parents met on' }),
    {
      name: 'school',
      label: 'The school',
      type: 'select',
      options: [
        { value: 'told', label: 'Has been told' },
        { value: 'not-told', label: 'Is not told' },
      ],
      admin: { description: 'Only the schools liaison tells a school, and writes it down.' },
    },
    {
      name: 'schoolReason',
      label: 'Why the school is not told',
      type: 'text',
      maxLength: 300,
      admin: { condition: (data) => data.school === 'not-told', description: 'A parent’s no is a reason.' },
    },
    engineOnly(related({ name: 'schoolToldBy', label: 'That the school was told, written down by', to: 'users' })),
    engineOnly(calendarDate({ name: 'schoolToldOn', label: 'That the school was told, written down on' })),
    calendarDate({ name: 'introducedOn', label: 'Volunteer, child and family met on' }),
    calendarDate({ name: 'firstReviewOn', label: 'First review on' }),
    calendarDate({ name: 'childAgreedOn', label: 'Child agreed to the children’s code of conduct on' }),
    calendarDate({ name: 'riskAcceptedOn', label: 'Risk assessment accepted on' }),
    related({ name: 'riskAcceptedBy', label: 'Risk assessment accepted by', to: 'users' }),
    {
      name: 'alreadyKnown',
      label: 'The volunteer knows the child already',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Recorded; it neither blocks nor ranks.' },
    },
    engineOnly(onlyFor(isCaseworker, { name: 'stepsBy', label: 'By whom each step was written down', type: 'json' })),
    engineOnly({ name: 'endReason', label: 'Why it ended', ...REASON.field }),
  ],
})
