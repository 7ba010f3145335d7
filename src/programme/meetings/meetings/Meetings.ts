import { speakMoment } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { isCaseworker, volunteerIdOf } from '../../people/roles.ts'
import { mayReadMeetings } from '../access.ts'
import { MEETING, MEETING_MINUTES } from '../fields.ts'
import { AGREEMENT_WAYS, MEETING_KINDS, PLACE_KINDS } from '../rules.ts'
import { meetingWorkflow } from './workflow.ts'

const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** A meeting of a child with their volunteer, from the proposal to the log. */
export const meetings = defineCollection({
  slug: 'meetings',
  labels: { singular: 'Meeting', plural: 'Meetings' },
  nature: { final: 'never', sensitive: true, about: ['child', 'volunteer', 'guardian'], kept: 'with-the-person' },
  title: {
    from: 'place',
    needs: ['startsAt'],
    words: ({ from, record }) => `${speakMoment(new Date(String(record.startsAt)))}, ${from}`,
  },
  defaultColumns: ['startsAt', 'status', 'child', 'volunteer', 'place'],
  sort: '-startsAt',
  access: {
    read: mayReadMeetings,
    create: (actor) => isCaseworker(actor) || volunteerIdOf(actor) !== undefined,
    update: isCaseworker,
  },
  workflow: meetingWorkflow,
  fields: [
    related({
      name: 'match',
      label: 'Match',
      to: 'matches',
      required: true,
      description: 'Search by the child’s name.',
    }),
    childField({ name: 'child', label: 'Child', required: true, follows: true }),
    related({ name: 'volunteer', label: 'Volunteer', to: 'volunteers', required: true, follows: true }),
    {
      name: 'startsAt',
      label: 'Starts',
      type: 'date',
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'EEEE d MMMM yyyy, HH:mm' } },
    },
    {
      name: 'minutes',
      label: 'How long, in minutes',
      type: 'number',
      required: true,
      defaultValue: 60,
      ...MEETING_MINUTES,
    },
    { name: 'kind', type: 'select', required: true, defaultValue: 'one-to-one', options: choices(MEETING_KINDS) },
    {
      name: 'placeKind',
      label: 'What kind of place',
      type: 'select',
      required: true,
      defaultValue: 'public',
      options: choices(PLACE_KINDS),
    },
    {
      name: 'place',
      label: 'Where',
      ...MEETING.place.field,
      required: true,
      admin: {
        description:
          'Of a home only “At home” stays here: the address goes where those alone read it whose meeting it is.',
      },
    },
    related({
      name: 'secondVolunteer',
      label: 'Second volunteer',
      to: 'volunteers',
      description: 'Needed for a cinema or theatre.',
    }),
    related({
      name: 'guardian',
      label: 'Agreed with',
      to: 'guardians',
      required: true,
      description: 'The parent or carer. Never agree a meeting with the child.',
    }),
    calendarDate({ name: 'agreedOn', kind: 'happened', label: 'Agreed on', required: true }),
    { name: 'agreedWay', label: 'Agreed by', type: 'select', required: true, options: choices(AGREEMENT_WAYS) },
    engineOnly(related({ name: 'proposedBy', label: 'Proposed by', to: 'users' })),
    engineOnly(related({ name: 'changedBy', label: 'Changed last by', to: 'users' })),
    engineOnly(related({ name: 'confirmedBy', label: 'Confirmed by', to: 'users' })),
    engineOnly({ name: 'confirmedAt', label: 'Confirmed', type: 'date' }),
    engineOnly({ name: 'reason', label: 'Why it is not, or no longer, confirmed', type: 'textarea' }),
  ],
})
