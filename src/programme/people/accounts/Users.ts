import type { Actor } from '../../../core/access/actor.ts'
import { defineCollection, onlyFor } from '../../../core/access/defineCollection.ts'
import { shownFrozen } from '../../../core/access/shownFrozen.ts'
import type { StoringRule } from '../../../core/access/storing.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { allowed } from '../../../core/errors/refusal.ts'
import { PERSON_NAME, REASON } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { isAgreedByTwo } from '../accountChanges/byTwoPeople.ts'
import { needsTwo } from '../accountChanges/rules.ts'
import { isAdministrator, isCaseworker } from '../roles.ts'
import { heldAlone } from './jobs.ts'
import { mailTestEndpoint } from './mailTest.ts'
import { mayGo } from './rules.ts'
import { accountEvents } from '../signIn/accountEvents.ts'
import { committeeAmong } from '../queries.ts'
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
  sort: 'name',
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
  endpoints: [mailTestEndpoint],
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
    onlyFor(looksAfterAccounts, {
      ...related({ name: 'successor', label: 'Who takes over', to: 'users' }),
      admin: {
        allowCreate: false,
        condition: isClosed,
        description: 'A committee member. They take on the jobs that nobody else holds, in the same step.',
      },
    }),
    onlyFor(looksAfterAccounts, {
      name: 'closedBecause',
      label: 'Why at once',
      ...REASON.field,
      admin: {
        condition: isClosed,
        description: 'Only where nobody takes over yet and it cannot wait: all of the committee are told.',
      },
    }),
  ],
  further: { auth: { disableLocalStrategy: true, strategies: [sessionStrategy] } },
})

/**
 * Another address takes the account over, and opening a closed one brings back all that it could do: neither by one
 * person. Closing is at once, but for what its holder alone does [ORG-1].
 */
const oneAccountByTwo: StoringRule = async ({ work, before, after }) => {
  if (!before.id || isAgreedByTwo(work)) return allowed
  if (before.email !== after.email) return needsTwo({ what: 'Another address for an account', field: 'email' })
  return before.standing === 'closed' && after.standing !== 'closed'
    ? needsTwo({ what: 'Opening an account again', field: 'standing' })
    : before.standing === 'open' && after.standing === 'closed'
      ? leavesNothingUndone({ work, after })
      : allowed
}

const leavesNothingUndone = async ({ work, after }: Pick<Parameters<StoringRule>[0], 'work' | 'after'>) => {
  const [on, userId] = [londonDate(work.now), String(after.id)]
  const successor = typeof after.successor === 'string' ? after.successor : undefined
  const [open] = successor
    ? await work.query("select 1 from users where id = $1 and standing = 'open'", [successor])
    : []
  return mayGo({
    name: String(after.name),
    left: await heldAlone({ query: work.query, userId, on }),
    successor:
      successor === undefined
        ? undefined
        : {
            isAnother: successor !== userId && open !== undefined,
            onCommittee: (await committeeAmong({ query: work.query, userIds: [successor], on })).length > 0,
          },
    because: typeof after.closedBecause === 'string' ? after.closedBecause : '',
  })
}

function looksAfterAccounts(actor: Actor): boolean {
  return isAdministrator(actor) || isCaseworker(actor)
}

function isClosed(_data: unknown, siblings: Record<string, unknown> | undefined): boolean {
  return siblings?.standing === 'closed'
}
