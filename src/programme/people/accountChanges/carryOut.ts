import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Effect, RecordData } from '../../../core/workflow/workflow.ts'
import { asAgreedByTwo } from './byTwoPeople.ts'
import { tellOfNewAddress } from './messages.ts'
import type { AccountChangeFacts } from './rules.ts'

/**
 * Does what was agreed, in the transaction in which it was. Another address ends every sign-in and every link that went
 * to the former one: the account's own events see to these [CON-10].
 */
export const carryOut: Effect<AccountChangeFacts> = ({ work, record, facts }) =>
  asAgreedByTwo({ work, deed: () => DEEDS[facts.kind]({ work, record, facts }) })

type Given = { work: Work; record: RecordData; facts: AccountChangeFacts }

const DEEDS: Readonly<Record<AccountChangeFacts['kind'], (given: Given) => Promise<void>>> = {
  address: async ({ work, record, facts }) => {
    await doorOf(work).update({ collection: 'users', id: facts.userId, data: { email: facts.newAddress } })
    await tellOfNewAddress({ work, record, facts })
  },
  role: async ({ work, record, facts }) => {
    await doorOf(work).create({
      collection: 'role-grants',
      data: {
        user: facts.userId,
        role: facts.role,
        startsOn: record.startsOn || londonDate(work.now),
        endsOn: record.endsOn || null,
      },
    })
  },
  reopen: async ({ work, facts }) => {
    await doorOf(work).update({
      collection: 'users',
      id: facts.userId,
      data: { standing: 'open', successor: null, closedBecause: null },
    })
  },
  volunteer: async ({ work, facts }) => {
    await doorOf(work).update({ collection: 'volunteers', id: facts.volunteer?.id ?? '', data: { user: facts.userId } })
  },
}

const doorOf = (work: Work) => asSystem(work, { reason: 'a change of an account was confirmed' })
