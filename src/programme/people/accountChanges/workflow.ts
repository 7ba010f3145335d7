import { z } from 'zod'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { defineWorkflow, type Asked, type Effect } from '../../../core/workflow/workflow.ts'
import { carryOut } from './carryOut.ts'
import { accountChangeFacts } from './facts.ts'
import { keepLinks } from './links.ts'
import { tellOfNo, tellOfProposal } from './messages.ts'
import {
  CHANGE_WAITS_DAYS,
  isAnothers,
  isComplete,
  isFree,
  isFreeForOthers,
  isOnesOwn,
  isOwnChange,
  isTheirNo,
  isTheirWord,
  mayConfirm,
  mayPropose,
  notForOneself,
  oneAtATime,
  ownNeedsPassword,
  stillWaits,
  twoPeople,
  type AccountChangeFacts,
} from './rules.ts'

const decided = ({ actor, now }: Asked): Record<string, unknown> => ({
  decidedBy: actor.kind === 'person' ? actor.userId : null,
  decidedAt: now.toISOString(),
  decidedHow:
    actor.kind === 'link'
      ? actor.holder === 'new-address'
        ? 'The link to the new address'
        : 'The link to the present address'
      : 'A second person',
})

const sendLinks: Effect<AccountChangeFacts> = async ({ work, record, facts }) => {
  if (facts.kind === 'address')
    await keepLinks({ payload: work.req.payload, query: work.query, id: String(record.id), isOwn: isOwnChange(facts) })
}

const why = z.object({
  reason: REASON.asked('Say why not.').meta({ title: 'Why not' }),
})

/**
 * One person proposes a change of who somebody is here or of what they may do; another confirms it, or for an address
 * the person's own word [ORG-1].
 */
export const accountChangeWorkflow = defineWorkflow<
  AccountChangeFacts,
  'proposed' | 'done' | 'declined' | 'withdrawn' | 'expired'
>('account-changes', {
  noun: 'change of an account',
  states: {
    proposed: 'Waits for a second person',
    done: 'Done',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    expired: 'Over: nobody confirmed it',
  },
  initial: 'proposed',
  locks: [{ field: 'user', collection: 'users' }],
  facts: accountChangeFacts,
  create: {
    label: 'Propose this change',
    by: [mayPropose, notForOneself],
    guards: [ownNeedsPassword, isComplete, isFreeForOthers, oneAtATime],
    set: ({ facts, actor, now }) => ({
      proposedBy: actor.kind === 'person' ? actor.userId : null,
      presentAddress: facts.person?.email,
      newAddress: facts.kind === 'address' ? facts.newAddress : null,
      endsAt: new Date(now.getTime() + CHANGE_WAITS_DAYS * 24 * 60 * 60_000).toISOString(),
    }),
    effects: [sendLinks, tellOfProposal],
  },
  editable: {},
  transitions: {
    confirm: {
      label: 'Confirm this change',
      from: ['proposed'],
      to: 'done',
      by: [mayConfirm],
      guards: [twoPeople, stillWaits, isComplete, isFree],
      set: decided,
      effects: [carryOut],
    },
    confirmByLink: {
      label: 'Say yes, by the emailed link',
      from: ['proposed'],
      to: 'done',
      by: [isTheirWord],
      guards: [stillWaits, isComplete, isFree],
      set: decided,
      effects: [carryOut],
    },
    decline: {
      label: 'Decline it',
      from: ['proposed'],
      to: 'declined',
      by: [mayConfirm, isAnothers],
      guards: [],
      input: why,
      set: ({ input, ...asked }) => ({ ...decided({ input, ...asked }), declinedBecause: input.reason }),
      effects: [tellOfNo],
    },
    declineByLink: {
      label: 'Say no, by the emailed link',
      from: ['proposed'],
      to: 'declined',
      by: [isTheirNo],
      guards: [],
      set: decided,
      effects: [tellOfNo],
    },
    withdraw: { label: 'Withdraw it', from: ['proposed'], to: 'withdrawn', by: [isOnesOwn], guards: [], set: decided },
    supersede: {
      label: 'A newer wish of the same person',
      from: ['proposed'],
      to: 'withdrawn',
      by: [],
      guards: [],
      automatic: true,
    },
    expire: {
      label: 'Nobody confirmed it in time',
      from: ['proposed'],
      to: 'expired',
      by: [],
      guards: [],
      automatic: true,
    },
  },
})
