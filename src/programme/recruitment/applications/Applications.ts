import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { leavingAddress } from '../../people/reachedAt.ts'
import { isCaseworker } from '../../people/roles.ts'
import { APPLICATION } from './fields.ts'
import { applicationWorkflow } from './workflow.ts'

/** Where a volunteer comes from [VOL-1]. */
export const APPLICATION_SOURCES = {
  known: 'Already known to us',
  outsider: 'Approached us from outside',
} as const

/** What came of an interview. */
export const INTERVIEW_OUTCOMES = {
  recommend: 'We recommend them',
  unsure: 'We are not sure',
  not: 'We do not recommend them',
} as const

/**
 * Somebody who wants to become a volunteer, and how the committee assessed and decided [VOL-1]. Their self-declaration,
 * what referees said and the notes of the interview stand apart.
 */
export const applications = defineCollection({
  slug: 'applications',
  labels: { singular: 'Application', plural: 'Applications' },
  nature: { final: 'never', sensitive: true, about: ['itself', 'volunteer'], kept: 'with-the-person' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'status', 'receivedOn', 'source', 'mobile', 'code'],
  sort: '-receivedOn',
  description: 'People who want to become volunteers. Assessed and interviewed by the committee.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: applicationWorkflow,
  tells: leavingAddress,
  fields: [
    { name: 'name', ...APPLICATION.name.field, required: true },
    {
      name: 'source',
      label: 'Where they come from',
      type: 'select',
      required: true,
      options: Object.entries(APPLICATION_SOURCES).map(([value, label]) => ({ value, label })),
    },
    { name: 'email', label: 'Email address', type: 'email', required: true },
    { name: 'mobile', label: 'Mobile number', ...APPLICATION.mobile.field, required: true },
    calendarDate({ name: 'bornOn', kind: 'birthOfAdult', label: 'Date of birth', required: true }),
    {
      name: 'homeAddress',
      label: 'Home address',
      ...APPLICATION.homeAddress.field,
      required: true,
      admin: { description: 'Seen by the co-ordinator and committee only.' },
    },
    { name: 'why', label: 'Why they want to do it', ...APPLICATION.why.field, required: true },
    { name: 'skills', label: 'Skills', ...APPLICATION.skills.field, admin: { description: 'One a line.' } },
    { name: 'interests', label: 'Interests', ...APPLICATION.interests.field },
    { name: 'languages', label: 'Languages', ...APPLICATION.languages.field },
    { name: 'availability', label: 'When they have time', ...APPLICATION.availability.field },
    {
      name: 'earlierInvolvement',
      label: 'Earlier part in camps or clubs',
      ...APPLICATION.earlierInvolvement.field,
      admin: { description: 'Hoped for, and never a reason to say no.' },
    },
    {
      name: 'agreedToChecks',
      label: 'They agree to a DBS check and to references',
      type: 'checkbox',
      defaultValue: false,
    },
    {
      name: 'tiedTo',
      label: 'Family of theirs among us, and whoever put them forward',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      admin: { allowCreate: false, description: 'These people do not decide about this application.' },
    },
    engineOnly({ name: 'code', label: 'Reference', type: 'text', unique: true, index: true }),
    engineOnly(calendarDate({ name: 'receivedOn', label: 'Received' })),
    engineOnly(related({ name: 'enteredBy', label: 'Entered by', to: 'users' })),
    engineOnly({ name: 'interviewAt', label: 'Interview planned for', type: 'date' }),
    engineOnly({ name: 'interviewPlace', label: 'Place of the interview', ...APPLICATION.interviewPlace.field }),
    engineOnly({ name: 'interviewWish', label: 'Asked for another time', ...APPLICATION.interviewWish.field }),
    engineOnly(calendarDate({ name: 'interviewedOn', label: 'Interviewed' })),
    engineOnly(related({ name: 'interviewedBy', label: 'Interview held by', to: 'users' })),
    engineOnly({ name: 'interviewedWith', label: 'Who else held it', ...APPLICATION.interviewedWith.field }),
    engineOnly({
      name: 'interviewOutcome',
      label: 'What came of the interview',
      type: 'select',
      options: Object.entries(INTERVIEW_OUTCOMES).map(([value, label]) => ({ value, label })),
    }),
    engineOnly(related({ name: 'decidedBy', label: 'Decided by', to: 'users' })),
    engineOnly({ name: 'decidedAt', label: 'Decided', type: 'date' }),
    engineOnly({ name: 'decisionReason', label: 'Reason', ...APPLICATION.decisionReason.field }),
    engineOnly(related({ name: 'volunteer', label: 'Volunteer', to: 'volunteers' })),
    engineOnly({ name: 'linkDigest', type: 'text', unique: true, index: true, hidden: true }),
    engineOnly({ name: 'linkNumber', type: 'number', defaultValue: 0, hidden: true }),
    engineOnly({ name: 'endsAt', type: 'date', hidden: true }),
  ],
})
