import type { CollectionConfig } from 'payload'
import { defineCollection, type AccessRule } from '../access/defineCollection.ts'

/** Every message the software sends: to whom, about what, and where it stands. Written by the software alone; holds no secret and no case detail [DAT-5]. */
export const notifications = ({ mayRead }: { mayRead: AccessRule }): CollectionConfig =>
  defineCollection({
    slug: 'notifications',
    labels: { singular: 'Message', plural: 'Messages sent' },
    group: 'Oversight',
    useAsTitle: 'template',
    defaultColumns: ['template', 'state', 'attempts', 'lastProblem', 'dueAt', 'sentAt'],
    description: 'What was sent, what waits, and what could not be delivered.',
    audited: false,
    versioned: false,
    access: { read: mayRead },
    fields: [
      { name: 'template', label: 'Message', type: 'text', required: true },
      { name: 'recipientKind', label: 'To', type: 'text', required: true },
      { name: 'recipientUser', label: 'To (person)', type: 'relationship', relationTo: 'users', index: true },
      { name: 'recipientGuardian', label: 'To (parent or carer)', type: 'relationship', relationTo: 'guardians', index: true },
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
