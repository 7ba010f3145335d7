import { defineCollection } from '../../../core/access/defineCollection.ts'
import { shownFrozen } from '../../../core/access/shownFrozen.ts'
import type { StoringRule } from '../../../core/access/storing.ts'
import { allowed } from '../../../core/errors/refusal.ts'
import { PERSON_NAME } from '../../../core/fields/commonTexts.ts'
import { isAgreedByTwo } from '../accountChanges/byTwoPeople.ts'
import { needsTwo } from '../accountChanges/rules.ts'
import { isAdministrator, isCaseworker } from '../roles.ts'
import { accountEvents } from '../signIn/accountEvents.ts'
import { normalAddress } from '../signIn/addresses.ts'
import { sessionStrategy } from '../signIn/strategy.ts'

/**
 * Everybody who signs in. What they may do sits in role grants, their password in credentials: neither can be reached
 * by editing a user. They come in by our own session cookie; Payload's own passwords and tokens are switched off.
 */
export const users = defineCollection({
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  nature: { final: 'never', sensitive: false, about: ['itself'], kept: 'with-the-person' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'email', 'standing'],
  description:
    'People with an account. Whoever is added is sent a link to choose a password. Another address, a role, opening a closed account: proposed under Changes of accounts.',
  access: {
    read: (actor) =>
      isCaseworker(actor) || isAdministrator(actor)
        ? true
        : actor.kind === 'person'
          ? { id: { equals: actor.userId } }
          : false,
    create: isAdministrator,
    update: isAdministrator,
  },
  mayStore: (given) => oneAccountByTwo(given),
  tells: accountEvents,
  fields: [
    { name: 'name', ...PERSON_NAME.field, required: true },
    shownFrozen({
      field: {
        name: 'email',
        type: 'email',
        required: true,
        unique: true,
        index: true,
        admin: {
          description:
            'To sign in with, and where our messages go. Another address is proposed, and confirmed by somebody else.',
        },
        hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? normalAddress(value) : value)] },
      },
      isFrozen: () => true,
    }),
    { name: 'ways', type: 'ui', admin: { components: { Field: '/src/admin/people/AccountWays.tsx#AccountWays' } } },
    {
      name: 'standing',
      label: 'Account',
      type: 'select',
      required: true,
      defaultValue: 'open',
      options: [
        { value: 'open', label: 'Open' },
        { value: 'closed', label: 'Closed: cannot sign in' },
      ],
    },
  ],
  further: { auth: { disableLocalStrategy: true, strategies: [sessionStrategy] } },
})

/**
 * Another address takes the account over, and opening a closed one brings back all that it could do: neither by one
 * person [ORG-1]. Closing is at once.
 */
const oneAccountByTwo: StoringRule = ({ work, before, after }) => {
  if (!before.id || isAgreedByTwo(work)) return allowed
  if (before.email !== after.email) return needsTwo({ what: 'Another address for an account', field: 'email' })
  return before.standing === 'closed' && after.standing !== 'closed'
    ? needsTwo({ what: 'Opening an account again', field: 'standing' })
    : allowed
}
