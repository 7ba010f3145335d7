import type { Field, GlobalConfig, PayloadRequest, TextField, TextFieldSingleValidation } from 'payload'
import { actorOf, type Actor } from '../access/actor.ts'
import { mayEnterPanel } from '../access/mayEnterPanel.ts'
import { refuseUnknown } from '../access/protectedFields.ts'
import { workOf } from '../access/work.ts'
import { differences, sameValue } from '../audit/differences.ts'
import { recordEvent } from '../audit/record.ts'
import { badInputError, refusalError } from '../errors/problems.ts'
import { refused } from '../errors/refusal.ts'
import { TELEPHONE } from '../fields/commonTexts.ts'
import { judgedAddress } from '../fields/emailAddress.ts'
import { readable } from '../fields/readable.ts'
import { fieldOfSetting, type Setting } from '../house/defineSetting.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { ownWords } from '../errors/ownWords.ts'

/**
 * What a charity changes about itself without a programmer: its names, its colour, how to reach it, and the `settings`
 * that areas declare of their own.
 */
export const programmeSettings = ({
  mayChange,
  settings,
}: {
  mayChange: (actor: Actor) => boolean
  settings: readonly Setting[]
}): GlobalConfig => {
  const fields = [...ownFields(), ...[...settings].sort((one, other) => one.place - other.place).map(fieldOfSetting)]
    .map(judgedAddress)
    .map(givenWhereNeeded)
    .map(readable)
  return {
    slug: 'programme-settings',
    label: 'Settings',
    admin: { group: 'Settings', hideAPIURL: true },
    access: {
      // A page reads by itself the few that it shows; the rest, as where the audit's head goes, is for those who have a
      // panel.
      read: ({ req }) => mayEnterPanel(actorOf(req)),
      update: ({ req }) => mayChange(actorOf(req)) || settings.some(({ changedBy }) => changedBy(actorOf(req))),
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
      beforeChange: [
        ({ data, originalDoc, req }) => {
          refuseChangeOfOthers({
            before: (originalDoc ?? {}) as Record<string, unknown>,
            after: data as Record<string, unknown>,
            req,
            changedBy: (name) => settings.find((setting) => setting.name === name)?.changedBy ?? mayChange,
          })
          return data as object
        },
      ],
      afterChange: [
        async ({ doc, previousDoc, req }) => {
          await recordEvent({
            work: workOf(req),
            event: {
              action: 'change',
              collection: 'programme-settings',
              recordId: null,
              detail: differences({ before: previousDoc ?? {}, after: doc }),
            },
          })
        },
      ],
    },
    fields,
  }
}

/**
 * Payload would fail at what is no object, and drop what it does not know in silence. The panel's form sends the name
 * of the settings along.
 */
const refuseOddSettings = ({ data, fields }: { data: unknown; fields: Field[] }): void => {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw badInputError({
      reason: 'We could not read what was sent.',
      nextStep: 'Send the settings as one JSON object.',
    })
  const { globalType: _itsName, ...given } = data as Record<string, unknown>
  refuseUnknown({ data: given, fields })
}

/** Each setting says who may change it; what the form sends along unchanged is nobody's business. */
const refuseChangeOfOthers = ({
  before,
  after,
  req,
  changedBy,
}: {
  before: Record<string, unknown>
  after: Record<string, unknown>
  req: PayloadRequest
  changedBy: (name: string) => (actor: Actor) => boolean
}): void => {
  const actor = actorOf(req)
  if (actor.kind !== 'person') return
  const theirs = (name: string): boolean =>
    BESIDE.has(name) || sameValue(after[name], before[name]) || changedBy(name)(actor)
  const others = Object.keys(after).filter((name) => !theirs(name))
  if (others.length > 0)
    throw refusalError(
      refused({
        rule: 'DOOR',
        reason: `“${others.join('”, “')}” is not yours to change, so nothing was stored.`,
        nextStep: `Ask ${ownWords().whoSets}.`,
      }),
    )
}

const BESIDE = new Set(['id', 'globalType', 'createdAt', 'updatedAt'])

const ownFields = (): Field[] => [
  {
    name: 'charityName',
    label: 'Name of the charity',
    type: 'text',
    required: true,
    defaultValue: DEFAULT_SETTINGS.charityName,
    maxLength: 80,
  },
  {
    name: 'programmeName',
    label: 'Name of the programme',
    type: 'text',
    required: true,
    defaultValue: DEFAULT_SETTINGS.programmeName,
    maxLength: 80,
  },
  {
    name: 'accent',
    label: 'Colour',
    type: 'text',
    defaultValue: DEFAULT_SETTINGS.accent,
    validate: (value: unknown) =>
      value === null ||
      value === undefined ||
      value === '' ||
      (typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)) ||
      'Give the colour as # and six digits, for example #7a2e5d.',
    admin: { description: 'As # and six digits. Pages darken or lighten it until it can be read.' },
  },
  {
    name: 'officeEmail',
    label: 'Email address for worries and questions',
    type: 'email',
    admin: { description: 'Needed: stands on every page.' },
  },
  {
    name: 'officePhone',
    label: 'Telephone number for worries',
    ...TELEPHONE.field,
    admin: { description: 'Needed: stands on every page, beside 999. Somebody must answer it.' },
  },
  {
    name: 'officeAddress',
    label: 'Postal address',
    type: 'textarea',
    maxLength: 300,
    admin: { description: 'Stands on forms of paper that come back by post.' },
  },
]

/**
 * The same field where it must not be left empty. Its column may be, in a database that is still being set up, so what
 * is stored is judged and the column is not `required`.
 */
const givenWhereNeeded = (field: Field): Field => {
  if (!('name' in field) || (field.name !== 'officeEmail' && field.name !== 'officePhone')) return field
  const judged = field as TextField
  return {
    ...judged,
    validate: (value: unknown, options: Parameters<TextFieldSingleValidation>[1]) =>
      value === undefined || value === null || value === ''
        ? `${String(judged.label)}: give it, so that everybody with a worry knows how to reach you.`
        : ((judged.validate as TextFieldSingleValidation | undefined)?.(value as string, options) ?? true),
  } as Field
}
