import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { EMAIL_ADDRESS } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { isAdministrator, isCaseworker, ROLES } from '../roles.ts'
import { CHANGE_KINDS } from './rules.ts'
import { accountChangeWorkflow } from './workflow.ts'

/** What one person proposes to change about who somebody is here, or what they may do, and another confirms [ORG-1]. */
export const accountChanges = defineCollection({
  slug: 'account-changes',
  labels: { singular: 'Change of an account', plural: 'Changes of accounts' },
  nature: { final: 'never', sensitive: false, about: ['user'], kept: 'as-evidence' },
  title: {
    from: 'user.name',
    needs: ['kind'],
    words: ({ from, record }) => `${from}: ${CHANGE_KINDS[record.kind as keyof typeof CHANGE_KINDS]?.toLowerCase()}`,
  },
  defaultColumns: ['user', 'kind', 'status', 'proposedBy', 'endsAt'],
  description:
    'Another address to sign in with, a role, an account that is opened again, a volunteer’s account: one person proposes it, another confirms it. For another address the person’s own yes, by the link sent to their present address, does as well.',
  access: {
    read: (actor) => isCaseworker(actor) || isAdministrator(actor),
    create: (actor) => isCaseworker(actor) || isAdministrator(actor),
  },
  workflow: accountChangeWorkflow,
  fields: [
    related({ name: 'user', label: 'Whose account', to: 'users', required: true, prefilled: true }),
    {
      name: 'kind',
      label: 'What changes',
      type: 'select',
      required: true,
      defaultValue: ({ req }) => kindIn(req.query?.kind),
      options: Object.entries(CHANGE_KINDS).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'newAddress',
      label: 'New email address',
      ...EMAIL_ADDRESS.field,
      admin: { condition: isKind('address') },
    },
    {
      name: 'role',
      label: 'Role',
      type: 'select',
      options: Object.entries(ROLES).map(([value, label]) => ({ value, label })),
      admin: { condition: isKind('role') },
    },
    calendarDate({
      name: 'startsOn',
      label: 'From',
      description: 'Left empty: from the day on which it is confirmed.',
      condition: isKind('role'),
    }),
    calendarDate({
      name: 'endsOn',
      label: 'Until',
      description: 'Left empty: until it is ended.',
      condition: isKind('role'),
    }),
    {
      ...related({ name: 'volunteer', label: 'The volunteer whose account this is', to: 'volunteers' }),
      admin: { condition: isKind('volunteer'), allowCreate: false },
    },
    { name: 'why', label: 'Why, and how you know', type: 'textarea', required: true, maxLength: 1000 },
    engineOnly({ name: 'presentAddress', label: 'Address when it was proposed', type: 'text' }),
    engineOnly(related({ name: 'proposedBy', label: 'Proposed by', to: 'users' })),
    engineOnly({ name: 'endsAt', label: 'Waits until', type: 'date' }),
    engineOnly(related({ name: 'decidedBy', label: 'Confirmed or declined by', to: 'users' })),
    engineOnly({ name: 'decidedAt', label: 'Decided', type: 'date' }),
    engineOnly({ name: 'decidedHow', label: 'By whose word', type: 'text' }),
    engineOnly({ name: 'declinedBecause', label: 'Why not', type: 'textarea' }),
    engineOnly({ name: 'presentLinkDigest', type: 'text', unique: true, index: true, hidden: true }),
    engineOnly({ name: 'newLinkDigest', type: 'text', unique: true, index: true, hidden: true }),
  ],
})

function isKind(kind: keyof typeof CHANGE_KINDS) {
  return (_data: unknown, siblings: Record<string, unknown> | undefined): boolean => siblings?.kind === kind
}

/** A link to a new record may say what changes: `…/create?kind=role`. */
function kindIn(said: unknown): keyof typeof CHANGE_KINDS {
  return typeof said === 'string' && Object.hasOwn(CHANGE_KINDS, said) ? (said as keyof typeof CHANGE_KINDS) : 'address'
}
