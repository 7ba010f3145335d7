import type { GlobalConfig } from 'payload'
import type { Actor } from '../access/actor.ts'
import { actorOf } from '../access/actor.ts'
import { recordEvent } from '../audit/record.ts'
import { differences } from '../audit/differences.ts'
import { workOf } from '../access/work.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

/** What a charity changes about itself without a programmer: its names, its colour, how to reach it. */
export const programmeSettings = ({ mayChange }: { mayChange: (actor: Actor) => boolean }): GlobalConfig => ({
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
    afterChange: [
      async ({ doc, previousDoc, req }) => {
        await recordEvent({ work: workOf(req), event: { action: 'change', collection: 'programme-settings', recordId: null, detail: differences({ before: previousDoc ?? {}, after: doc }) } })
      },
    ],
  },
  fields: [
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
  ],
})
