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
      { name: 'sequence', label: 'Number', type: 'number', required: true, unique: true, index: true },
      { name: 'occurredAt', label: 'When', type: 'date', required: true, index: true },
      { name: 'actorKind', label: 'Who, by kind', type: 'text', required: true },
      { name: 'actorId', label: 'Who', type: 'text', index: true },
      { name: 'actorNote', label: 'Why the software acted', type: 'text' },
      { name: 'action', label: 'What was done', type: 'text', required: true },
      { name: 'recordCollection', label: 'To what kind of record', type: 'text', required: true },
      { name: 'recordId', label: 'To which record', type: 'text', index: true },
      { name: 'cameFrom', label: 'Through which door', type: 'text', required: true },
      { name: 'detail', label: 'What changed, or what was shown', type: 'json' },
      { name: 'salt', type: 'text', required: true, admin: { hidden: true } },
      { name: 'detailDigest', type: 'text', required: true, admin: { hidden: true } },
      { name: 'previousHash', type: 'text', required: true, admin: { hidden: true } },
      { name: 'hash', type: 'text', required: true, admin: { hidden: true } },
    ],
  })
