import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker, isCommittee } from '../../people/roles.ts'
import { capacityOverrideWorkflow } from './workflow.ts'

/**
 * That one volunteer may have more children than the setting says, why, and which two of the committee decided it
 * [VOL-5].
 */
export const capacityOverrides = defineCollection({
  slug: 'capacity-overrides',
  labels: { singular: 'Exception to the number of children', plural: 'Exceptions to the number of children' },
  nature: { final: 'never', sensitive: false, about: ['volunteer'], kept: 'with-the-person' },
  title: {
    from: 'volunteer.name',
    needs: ['children'],
    words: ({ from, record }) => `${from}: up to ${String(record.children)} children`,
  },
  defaultColumns: ['volunteer', 'children', 'status', 'proposedBy', 'decidedBy'],
  access: { read: isCaseworker, create: isCommittee, update: isCommittee },
  workflow: capacityOverrideWorkflow,
  fields: [
    related({ name: 'volunteer', label: 'Volunteer', to: 'volunteers', required: true }),
    { name: 'children', label: 'Children at a time, at most', type: 'number', required: true, min: 1, max: 20 },
    { name: 'reason', label: 'Why', ...REASON.field, required: true },
    engineOnly(related({ name: 'proposedBy', label: 'Proposed by', to: 'users' })),
    engineOnly(related({ name: 'decidedBy', label: 'Decided by', to: 'users' })),
  ],
})
