import type { Field, FieldHook } from 'payload'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { defineCollection, onlyFor } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { clockOf } from '../../../core/services.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { CHILD } from './fields.ts'
import { mayStoreChild } from './rules.ts'
import { childMoved, consentChanged } from '../events.ts'
import { isCaseworker } from '../roles.ts'
import { STAGES } from './schoolYear.ts'

/**
 * The answer where somebody like this child is on record; it may speak of that other child, so it is not for everybody
 * who reads this one [SAME-CHILD].
 */
const anotherChildBecause: Field = {
  name: 'anotherChildBecause',
  label: 'Why this is another child',
  ...CHILD.anotherChildBecause.field,
  admin: { description: 'Only where a child with a like name and date of birth is on record: how this one differs.' },
}

/** The override counts from the day on which it is entered or changed [STG-3]. */
const dayOfOverride: FieldHook = ({ siblingData, originalDoc, req, value }) => {
  const year: unknown = siblingData.heldInYear
  if (year === null || year === undefined) return null
  return year === originalDoc?.heldInYear && typeof value === 'string' ? value : londonDate(clockOf(req.payload).now())
}

/**
 * A child, as everybody concerned may know them; what troubles them is kept elsewhere. Which of them a volunteer may
 * see is said higher up [MAT-7].
 */
export const children = defineCollection({
  slug: 'children',
  labels: { singular: 'Child', plural: 'Children' },
  nature: { final: 'never', sensitive: true, about: ['itself'], kept: 'with-the-person' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'knownAs', 'bornOn', 'school', 'family'],
  sort: 'name',
  // A record that was joined to another is found from that one, and stands in no list.
  further: { admin: { baseFilter: () => ({ mergedInto: { exists: false } }) } },
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  mayStore: mayStoreChild,
  isFrozen: ({ mergedInto }) => mergedInto !== null && mergedInto !== undefined,
  tells: ({ before, after }) =>
    before.id && (before.family !== after.family || Boolean(before.inCare) !== Boolean(after.inCare))
      ? [childMoved, consentChanged].map((kind) => kind({ childId: String(after.id) }))
      : [],
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', ...CHILD.name.field, required: true },
        { name: 'knownAs', label: 'Likes to be called', ...CHILD.knownAs.field },
        calendarDate({ name: 'bornOn', kind: 'birthOfChild', label: 'Date of birth' }),
        related({ name: 'family', label: 'Family', to: 'families', required: true }),
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'school', ...CHILD.school.field },
        {
          name: 'heldInYear',
          label: 'Taught in another school year',
          type: 'number',
          min: 0,
          max: 13,
          admin: {
            description:
              'Leave empty where the year follows from the date of birth. 0 is Reception. It rolls over by itself on 1 September.',
          },
        },
        {
          name: 'stages',
          label: 'Stage',
          type: 'select',
          hasMany: true,
          options: Object.entries(STAGES).map(([value, { label, years }]) => ({ value, label: `${label}: ${years}` })),
          admin: { description: 'The committee picks. The years are a guide and refuse nobody.' },
        },
      ],
    },
    onlyFor(isCaseworker, related({ name: 'supportLevel', label: 'Level of support', to: 'support-levels' })),
    onlyFor(isCaseworker, {
      name: 'inCare',
      label: 'In the care of a council',
      type: 'checkbox',
      defaultValue: false,
      admin: {
        description:
          'By a court’s order: the council has parental responsibility, and whoever signs for it decides what is agreed to. Not where the parents agreed to the care themselves: then they go on deciding.',
      },
    }),
    onlyFor(isCaseworker, anotherChildBecause),
    engineOnly({
      ...calendarDate({ name: 'heldInYearOn', label: 'In that school year on' }),
      hooks: { beforeChange: [dayOfOverride] },
    }),
    engineOnly(related({ name: 'mergedInto', label: 'Joined to the record of', to: 'children' })),
  ],
})
