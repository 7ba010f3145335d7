import { defineCollection, type AccessRule } from '../access/defineCollection.ts'

/**
 * Who did or read what, and when: written only by PostgreSQL's own chaining function, readable as the given rule says
 * [DAT-1, DAT-2].
 */
export const auditEvents = ({ mayRead }: { mayRead: AccessRule }) =>
  defineCollection({
    slug: 'audit-events',
    labels: { singular: 'Audit event', plural: 'Audit events' },
    nature: { final: 'once-stored', sensitive: false, about: ['itself'], kept: 'as-evidence' },
    useAsTitle: 'action',
    defaultColumns: ['occurredAt', 'actorId', 'action', 'recordCollection', 'recordId'],
    description: 'Every change and every look at a sensitive record. Nothing here can be altered.',
    versioned: false,
    audited: false,
    access: { read: mayRead },
    fields: [
      { name: 'sequence', type: 'number', required: true, unique: true, index: true },
      { name: 'occurredAt', type: 'date', required: true, index: true },
      { name: 'actorKind', type: 'text', required: true },
      { name: 'actorId', type: 'text', index: true },
      { name: 'actorNote', type: 'text' },
      { name: 'action', type: 'text', required: true },
      { name: 'recordCollection', type: 'text', required: true },
      { name: 'recordId', type: 'text', index: true },
      { name: 'cameFrom', type: 'text', required: true },
      { name: 'detail', type: 'json' },
      { name: 'salt', type: 'text', required: true, admin: { hidden: true } },
      { name: 'detailDigest', type: 'text', required: true, admin: { hidden: true } },
      { name: 'previousHash', type: 'text', required: true, admin: { hidden: true } },
      { name: 'hash', type: 'text', required: true, admin: { hidden: true } },
    ],
  })
