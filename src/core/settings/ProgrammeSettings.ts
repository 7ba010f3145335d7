import type { Field, GlobalConfig, NumberField, TextareaField } from 'payload'
import type { Actor } from '../access/actor.ts'
import { actorOf } from '../access/actor.ts'
import { recordEvent } from '../audit/record.ts'
import { differences } from '../audit/differences.ts'
import { refuseUnknown } from '../access/protectedFields.ts'
import { workOf } from '../access/work.ts'
import { badInputError } from '../errors/problems.ts'
import { readable } from '../fields/readable.ts'
import { DEFAULT_SETTINGS, linesOf, type ReferralSettings } from './settings.ts'

/** What a charity changes about itself without a programmer: its names, its colour, how to reach it, and what `areas` declare of their own. */
export const programmeSettings = ({ mayChange, areas }: { mayChange: (actor: Actor) => boolean; areas: Field[] }): GlobalConfig => {
  const fields = [...ownFields(), ...areas].map(readable)
  return {
    slug: 'programme-settings',
    label: 'Settings',
    admin: { group: 'Settings', hideAPIURL: true },
    access: {
      read: ({ req }) => actorOf(req).kind === 'person',
      update: ({ req }) => mayChange(actorOf(req)),
      readVersions: () => false,
    },
    lockDocuments: false,
    versions: false,
    graphQL: false,
    hooks: {
      beforeOperation: [
        ({ args, operation }) => {
          if (operation === 'update') refuseOddSettings({ data: (args as { data?: unknown }).data, fields })
        },
      ],
      afterChange: [
        async ({ doc, previousDoc, req }) => {
          await recordEvent({ work: workOf(req), event: { action: 'change', collection: 'programme-settings', recordId: null, detail: differences({ before: previousDoc ?? {}, after: doc }) } })
        },
      ],
    },
    fields,
  }
}

/** Payload would fail at what is no object, and drop what it does not know in silence. The panel's form sends the name of the settings along. */
const refuseOddSettings = ({ data, fields }: { data: unknown; fields: Field[] }): void => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw badInputError({ reason: 'We could not read what was sent.', nextStep: 'Send the settings as one JSON object.' })
  const { globalType: _itsName, ...given } = data as Record<string, unknown>
  refuseUnknown({ data: given, fields })
}

const ownFields = (): Field[] => [
    { name: 'charityName', label: 'Name of the charity', type: 'text', required: true, defaultValue: DEFAULT_SETTINGS.charityName, maxLength: 80 },
    { name: 'programmeName', label: 'Name of the programme', type: 'text', required: true, defaultValue: DEFAULT_SETTINGS.programmeName, maxLength: 80 },
    {
      name: 'accent',
      label: 'Colour',
      type: 'text',
      defaultValue: DEFAULT_SETTINGS.accent,
      validate: (value: unknown) => value === null || value === undefined || value === '' || (typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)) || 'Give the colour as # and six digits, for example #7a2e5d.',
      admin: { description: 'As # and six digits. Pages darken or lighten it until it can be read.' },
    },
    { name: 'officeEmail', label: 'Email address for questions', type: 'email' },
    { name: 'officePhone', label: 'Telephone number for worries', type: 'text', maxLength: 30 },
    whole({ name: 'capacity', label: 'Children in the programme at most', description: 'More than this needs an override of the committee.', most: 1000 }),
    whole({ name: 'answerDays', label: 'Days until a referrer has an answer', description: 'Referrers are told this date.', most: 365 }),
    whole({ name: 'membersToAccept', label: 'Committee members needed to accept a child', description: 'Whoever entered the referral never counts.', most: 9 }),
    whole({ name: 'membersOverCapacity', label: 'Committee members needed to go over capacity', description: 'Whoever entered the referral never counts.', most: 9 }),
    lines({ name: 'referralReasons', label: 'Reasons for a referral', what: 'reasons', description: 'One a line. A reason that is taken off stays on the referrals that have it.' }),
    lines({ name: 'volunteerSkills', label: 'Skills of volunteers', what: 'skills', description: 'One a line. People who apply choose among them.' }),
  ]

/** A setting that is a list, one a line. */
const lines = ({ name, label, what, description }: { name: 'referralReasons' | 'volunteerSkills'; label: string; what: string; description: string }): TextareaField => ({
  name,
  label,
  type: 'textarea',
  defaultValue: DEFAULT_SETTINGS[name].join('\n'),
  maxLength: 2000,
  validate: (value: unknown) => {
    const given = linesOf(typeof value === 'string' ? value : '')
    return (given.length > 0 && given.length <= 30 && given.every((line) => line.length <= 60)) || `Give up to 30 ${what}, one a line, each up to 60 letters.`
  },
  admin: { description },
})

/** A setting that is a whole number from 1. */
const whole = ({ name, label, description, most }: { name: keyof Omit<ReferralSettings, 'referralReasons'>; label: string; description: string; most: number }): NumberField => ({
  name,
  label,
  type: 'number',
  required: true,
  defaultValue: DEFAULT_SETTINGS[name],
  min: 1,
  max: most,
  validate: (value: unknown) => (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) || `Give a whole number from 1 to ${most}.`,
  admin: { description, step: 1 },
})
