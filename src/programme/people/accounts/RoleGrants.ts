import { defineCollection } from '../../../core/access/defineCollection.ts'
import type { StoringRule } from '../../../core/access/storing.ts'
import { allowed } from '../../../core/errors/refusal.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { isAgreedByTwo } from '../accountChanges/byTwoPeople.ts'
import { needsTwo } from '../accountChanges/rules.ts'
import { isAdministrator, isCaseworker, ROLES, type Role } from '../roles.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { heldAlone } from './jobs.ts'
import { heldByAnotherToo, notToOneself } from './rules.ts'

/**
 * Which role a person holds, since when, until when. Kept apart from the user, so that no edit of a user can raise
 * anybody.
 */
export const roleGrants = defineCollection({
  slug: 'role-grants',
  labels: { singular: 'Role grant', plural: 'Role grants' },
  nature: { final: 'never', sensitive: false, about: ['user'], kept: 'with-the-person' },
  title: { from: 'user.name', needs: ['role'], words: ({ from, record }) => `${from}: ${ROLES[record.role as Role]}` },
  defaultColumns: ['user', 'role', 'startsOn', 'endsOn'],
  sort: '-startsOn',
  description:
    'A role begins and ends on a day. To take a role away, give it an end. A role is given under Changes of accounts, by two people.',
  access: {
    read: (actor) => isCaseworker(actor) || isAdministrator(actor),
    create: isAdministrator,
    update: isAdministrator,
  },
  mayStore: (given) => rolesByTwo(given),
  fields: [
    related({ name: 'user', label: 'Person', to: 'users', required: true }),
    {
      name: 'role',
      type: 'select',
      required: true,
      options: Object.entries(ROLES).map(([value, label]) => ({ value, label })),
    },
    calendarDate({ name: 'startsOn', label: 'From', required: true }),
    calendarDate({
      name: 'endsOn',
      label: 'Until',
      description: 'The last day of the role. Leave empty while it goes on.',
    }),
  ],
})

/**
 * A role is given, lengthened or begun earlier by two people; one alone shortens it. The role of a volunteer opens
 * nothing by itself: what it opens hangs on the volunteer's record, whose account two people choose. A seat on the
 * committee does not end while its holder alone holds a job [ORG-1].
 */
const rolesByTwo: StoringRule = async ({ work, before, after }) => {
  const self = notToOneself({ actor: work.actor, people: [before.user, after.user], what: 'a role' })
  if (!self.allowed || after.role === 'volunteer' || isAgreedByTwo(work)) return self
  const isMore =
    before.user !== after.user ||
    before.role !== after.role ||
    String(after.startsOn) < String(before.startsOn) ||
    (Boolean(before.endsOn) && (!after.endsOn || String(after.endsOn) > String(before.endsOn)))
  if (isMore) return needsTwo({ what: 'Giving somebody a role' })
  if (after.role !== 'committee' || before.endsOn === after.endsOn) return allowed
  const { designations } = await heldAlone({
    query: work.query,
    userId: String(after.user),
    on: londonDate(work.now),
  })
  return heldByAnotherToo({ alone: designations })
}
