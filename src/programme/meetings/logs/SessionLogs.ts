import { speakDate } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { isCaseworker, volunteerIdOf } from '../../people/roles.ts'
import { mayReadLogs } from '../access.ts'
import { LOG } from '../fields.ts'
import { logWorkflow } from './workflow.ts'

/** What came from paper alone is without a match; the database holds that nothing else is. */
const isOfMatch = (record?: Record<string, unknown>): boolean => !record?.broughtInBy

/**
 * What happened at a meeting, in the words of the volunteer: the columns of the programme's log sheet [LOG-1]. Final
 * once sent [LOG-4]. A row of a sheet that was kept on paper has no match and no volunteer: who ran the programme stands
 * in its words.
 */
export const sessionLogs = defineCollection({
  slug: 'session-logs',
  labels: { singular: 'Log', plural: 'Logs' },
  nature: { final: 'once-stored', sensitive: true, about: ['child', 'volunteer'], kept: 'with-the-person' },
  title: {
    from: 'location',
    needs: ['heldOn'],
    words: ({ from, record }) => `${speakDate(String(record.heldOn))}, ${from}`,
  },
  defaultColumns: ['heldOn', 'child', 'volunteer', 'location', 'meetingWasConfirmed'],
  description: 'A log that was sent is never changed. Corrections are added beside it.',
  access: {
    read: mayReadLogs,
    create: (actor) => isCaseworker(actor) || volunteerIdOf(actor) !== undefined,
  },
  workflow: logWorkflow,
  fields: [
    childField({ name: 'child', label: 'Child', required: true, follows: true }),
    related({
      name: 'match',
      label: 'Match',
      to: 'matches',
      required: true,
      description: 'Search by the child’s name.',
      condition: isOfMatch,
    }),
    related({
      name: 'volunteer',
      label: 'Volunteer',
      to: 'volunteers',
      required: true,
      follows: true,
      condition: isOfMatch,
    }),
    related({ name: 'meeting', label: 'Meeting', to: 'meetings', unique: true, condition: isOfMatch }),
    calendarDate({ name: 'heldOn', kind: 'happened', label: 'Date', required: true }),
    { name: 'location', label: 'Location', ...LOG.location.field, required: true },
    { name: 'runBy', label: 'Programme run by', ...LOG.runBy.field, required: true },
    { name: 'attendees', label: 'Attendees present', ...LOG.attendees.field, required: true },
    { name: 'activities', label: 'Activities or focus of the session', ...LOG.activities.field },
    { name: 'outcomes', label: 'Goals and outcomes', ...LOG.outcomes.field },
    { name: 'comment', label: 'Overall comment', ...LOG.comment.field },
    {
      name: 'valuesLived',
      label: 'Values that were lived',
      type: 'textarea',
      maxLength: 2000,
      admin: { description: 'One a line, as they are called under Values. Kept as they were called on that day.' },
    },
    engineOnly({
      name: 'meetingWasConfirmed',
      label: 'The meeting had been confirmed',
      type: 'checkbox',
      defaultValue: false,
      admin: { components: { Cell: '/src/admin/meetings/ConfirmedCell.tsx#ConfirmedCell' } },
    }),
    engineOnly(related({ name: 'writtenBy', label: 'Written by', to: 'users' })),
    engineOnly({ name: 'submittedAt', label: 'Sent', type: 'date' }),
    engineOnly(related({ name: 'broughtInBy', label: 'Brought in from paper by', to: 'users' })),
    engineOnly({ name: 'paperFile', label: 'From the file', type: 'text' }),
    engineOnly({ name: 'paperRow', label: 'Row of that file', type: 'number' }),
    engineOnly({ name: 'paperDate', label: 'Date as it stands there', type: 'text' }),
    engineOnly({ name: 'paperDigest', label: 'Digest of that row', type: 'text', admin: { hidden: true } }),
  ],
})
