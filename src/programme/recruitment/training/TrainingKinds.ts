import { defineCollection } from '../../../core/access/defineCollection.ts'
import { isCaseworker, isCommittee, volunteerIdOf } from '../../people/roles.ts'

/**
 * Which further training there is, which must be done before a match starts, and how long each holds: the charity's own
 * list [VOL-9, VOL-14].
 */
export const trainingKinds = defineCollection({
  slug: 'training-kinds',
  labels: { singular: 'Kind of training', plural: 'Kinds of training' },
  nature: { final: 'never', sensitive: false, about: 'nobody', kept: 'while-in-use' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'requiredBeforeMatch', 'monthsValid', 'inUse'],
  access: {
    read: (actor) => isCaseworker(actor) || volunteerIdOf(actor) !== undefined,
    create: isCommittee,
    update: isCommittee,
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 80, unique: true },
    { name: 'requiredBeforeMatch', label: 'Required before a match starts', type: 'checkbox', defaultValue: false },
    {
      name: 'monthsValid',
      label: 'Months for which it holds',
      type: 'number',
      min: 1,
      max: 120,
      admin: { description: 'Leave empty where it holds for good.' },
    },
    { name: 'inUse', label: 'In use', type: 'checkbox', defaultValue: true },
  ],
})
