import type { SingleRelationshipField } from 'payload'
import { defineCollection, type AccessRule } from '../access/defineCollection.ts'
import { correctAddressEndpoint } from './correctAddressEndpoint.ts'
import { resendEndpoint } from './resendEndpoint.ts'

/** A kind of person without an account to whom messages go: what the outbox calls them, and where they are kept. */
export type KnownRecipient = { kind: string; label: string; collection: string }

/**
 * Every message the software sends: to whom, about what, and where it stands. Written by the software alone; holds no
 * secret and no case detail [DAT-5].
 */
export const notifications = ({ mayRead, known }: { mayRead: AccessRule; known: readonly KnownRecipient[] }) =>
  defineCollection({
    slug: 'notifications',
    labels: { singular: 'Message', plural: 'Messages sent' },
    nature: {
      final: 'never',
      sensitive: false,
      about: ['recipientUser', ...known.map(fieldOf)],
      kept: 'with-the-person',
    },
    useAsTitle: 'template',
    defaultColumns: ['template', 'state', 'attempts', 'lastProblem', 'dueAt', 'sentAt'],
    description: 'What was sent, what waits, and what could not be delivered.',
    audited: false,
    versioned: false,
    access: { read: mayRead },
    endpoints: [resendEndpoint({ may: mayRead }), correctAddressEndpoint({ may: mayRead, known })],
    fields: [
      { name: 'template', label: 'Message', type: 'text', required: true },
      { name: 'recipientKind', label: 'To', type: 'text', required: true },
      { name: 'recipientUser', label: 'To (person)', type: 'relationship', relationTo: 'users', index: true },
      ...known.map((recipient): SingleRelationshipField => ({
        name: fieldOf(recipient),
        label: `To (${recipient.label})`,
        type: 'relationship',
        relationTo: recipient.collection as SingleRelationshipField['relationTo'],
        index: true,
      })),
      { name: 'recipientAddress', label: 'To (address)', type: 'text' },
      { name: 'subjectCollection', label: 'About', type: 'text', required: true },
      { name: 'subjectRecord', label: 'About (record)', type: 'text', required: true, index: true },
      { name: 'details', type: 'json' },
      {
        name: 'state',
        type: 'select',
        required: true,
        index: true,
        options: [
          { value: 'waiting', label: 'Waiting' },
          { value: 'sending', label: 'Being sent' },
          { value: 'sent', label: 'Sent' },
          { value: 'failed', label: 'Could not be delivered' },
          { value: 'cancelled', label: 'No longer needed' },
        ],
      },
      { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
      { name: 'lastProblem', label: 'What went wrong last', type: 'text' },
      { name: 'dedupeKey', type: 'text', required: true, unique: true, index: true, admin: { hidden: true } },
      { name: 'messageId', type: 'text', admin: { hidden: true } },
      { name: 'dueAt', label: 'Due', type: 'date', required: true },
      { name: 'sentAt', label: 'Sent', type: 'date' },
      { name: 'deliveredAt', label: 'Arrived, as its mail server says', type: 'date' },
      { name: 'bouncedAt', label: 'Came back', type: 'date' },
    ],
  })

const fieldOf = ({ kind }: KnownRecipient): string => `recipient${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
