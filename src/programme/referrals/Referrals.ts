import { speakDate } from '../../core/clock/londonDates.ts'
import { defineCollection } from '../../core/access/defineCollection.ts'
import { engineOnly } from '../../core/access/engineOnly.ts'
import { calendarDate } from '../../core/fields/calendarDate.ts'
import { related } from '../../core/fields/related.ts'
import { isCaseworker } from '../people/roles.ts'
import { referralWorkflow } from './workflow.ts'

/** Who refers a child [ELG-2]. */
export const REFERRAL_SOURCES = {
  'camp-leader': 'Camp team leader',
  'family-support-worker': 'Family support worker',
  'social-worker': 'Social worker',
  'club-leader': 'Activity club leader',
  school: 'School',
  parent: 'Parent or carer',
  committee: 'The committee itself',
} as const

/** Why a child may benefit [ELG-10]. */
export const REFERRAL_REASONS = {
  attendance: 'Attendance',
  bullying: 'Bullying',
  careers: 'Careers',
  confidence: 'Confidence',
  loss: 'Loss',
  family: 'Family',
  grooming: 'Grooming',
  gangs: 'Gangs',
  drugs: 'Drugs',
  health: 'Health',
  other: 'Other',
} as const

/** A child put forward for mentoring, and what the committee decided about it [ELG-2, ELG-3]. */
export const referrals = defineCollection({
  slug: 'referrals',
  labels: { singular: 'Referral', plural: 'Referrals' },
  group: 'Children',
  title: { from: 'child.name', needs: ['receivedOn'], words: ({ from, record }) => `${from}, referred ${speakDate(String(record.receivedOn))}` },
  defaultColumns: ['child', 'receivedOn', 'source', 'mainReason', 'status'],
  sensitive: true,
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: referralWorkflow,
  fields: [
    related({ name: 'child', label: 'Child', to: 'children', required: true }),
    calendarDate({ name: 'receivedOn', label: 'Received on', required: true }),
    { name: 'source', label: 'Referred by', type: 'select', required: true, options: Object.entries(REFERRAL_SOURCES).map(([value, label]) => ({ value, label })) },
    { name: 'referrerName', label: 'Name of the referrer', type: 'text', maxLength: 120 },
    { name: 'mainReason', label: 'Main reason', type: 'select', required: true, options: Object.entries(REFERRAL_REASONS).map(([value, label]) => ({ value, label })) },
    { name: 'concern', label: 'Why they may benefit', type: 'textarea', maxLength: 8000 },
    engineOnly(related({ name: 'enteredBy', label: 'Entered by', to: 'users' })),
    engineOnly(related({ name: 'decidedBy', label: 'Decided by', to: 'users' })),
    engineOnly({ name: 'decidedAt', label: 'Decided', type: 'date' }),
    engineOnly({ name: 'decisionReason', label: 'Reason', type: 'textarea' }),
  ],
})
