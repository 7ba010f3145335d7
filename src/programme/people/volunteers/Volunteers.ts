import { defineCollection, onlyFor } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import type { StoringRule } from '../../../core/access/storing.ts'
import { allowed } from '../../../core/errors/refusal.ts'
import { HOME_ADDRESS, MOBILE, PERSON_NAME, REASON } from '../../../core/fields/commonTexts.ts'
import type { Workflow } from '../../../core/workflow/workflow.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { isAgreedByTwo } from '../accountChanges/byTwoPeople.ts'
import { needsTwo } from '../accountChanges/rules.ts'
import { vettingChanged } from '../events.ts'
import { isCaseworker, volunteerIdOf } from '../roles.ts'
import { writtenByAnother } from './rules.ts'

/**
 * A support volunteer's profile, linked to their account. The home address is for the co-ordinator and committee alone
 * [VOL-8].
 */
export const volunteers = ({
  workflow,
  meetsChildren,
}: {
  workflow: Workflow
  meetsChildren: Readonly<Record<string, string>>
}) =>
  defineCollection({
    slug: 'volunteers',
    labels: { singular: 'Volunteer', plural: 'Volunteers' },
    nature: { final: 'never', sensitive: false, about: ['itself', 'user'], kept: 'with-the-person' },
    useAsTitle: 'name',
    defaultColumns: ['name', 'standing', 'mobile', 'meetsChildren', 'standingSince'],
    sort: 'name',
    access: {
      read: (actor) => {
        if (isCaseworker(actor)) return true
        const own = volunteerIdOf(actor)
        return own ? { id: { equals: own } } : false
      },
      create: isCaseworker,
      update: isCaseworker,
    },
    workflow,
    mayStore: nobodyVouchesForThemselves,
    tells: ({ before, after }) =>
      before.id && CLEARS.some((field) => before[field] !== after[field])
        ? [vettingChanged({ volunteerId: String(after.id) })]
        : [],
    fields: [
      { name: 'name', ...PERSON_NAME.field, required: true },
      related({ name: 'user', label: 'Account', to: 'users', unique: true }),
      { name: 'mobile', label: 'Mobile number', ...MOBILE.field },
      calendarDate({ name: 'bornOn', kind: 'birthOfAdult', label: 'Date of birth' }),
      {
        name: 'meetsChildren',
        label: 'How often they meet children',
        type: 'select',
        required: true,
        defaultValue: 'weekly',
        options: Object.entries(meetsChildren).map(([value, label]) => ({ value, label })),
        admin: { description: 'In all that they do for the charity. The level of their DBS check follows from it.' },
      },
      onlyFor(isCaseworker, {
        name: 'homeAddress',
        label: 'Home address',
        ...HOME_ADDRESS.field,
        admin: { description: 'Seen by the co-ordinator and committee only.' },
      }),
      engineOnly(calendarDate({ name: 'standingSince', label: 'As they stand, since' })),
      engineOnly({ name: 'standingReason', label: 'Why they paused or left', ...REASON.field }),
      engineOnly(related({ name: 'standingBy', label: 'Changed by', to: 'users' })),
    ],
  })

/** What a volunteer's clearance is worked out from, of their own record: a change asks the gates again. */
const CLEARS = ['standing', 'mobile', 'bornOn', 'meetsChildren', 'user'] as const

/**
 * Nobody states of themselves how often they meet children, or when they were born, or that they are somebody else; and
 * nobody alone says that somebody is: whoever has the account is the volunteer [ORG-1].
 */
const nobodyVouchesForThemselves: StoringRule = ({ work, before, after }) => {
  const { actor } = work
  if (before.id && (before.user ?? null) !== (after.user ?? null) && !isAgreedByTwo(work))
    return needsTwo({ what: 'Whose account a volunteer’s record has', field: 'user' })
  const touched = ['meetsChildren', 'bornOn', 'user'].some(
    (field) => (before[field] ?? null) !== (after[field] ?? null),
  )
  return touched ? writtenByAnother({ actor, people: [before.user, after.user] }) : allowed
}
