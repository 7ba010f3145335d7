import { z } from 'zod'
import { REASON } from '../../core/fields/commonTexts.ts'
import { defineWorkflow } from '../../core/workflow/workflow.ts'
import { carryOut } from './carryOut.ts'
import { mergeFacts } from './facts.ts'
import {
  notBothListed,
  notBothMatched,
  notOwnProposal,
  oneDateOfBirth,
  oneFamily,
  twoSeparateRecords,
  whatDecidesIsSettled,
  wordsFitTogether,
  type MergeFacts,
  caseworker,
} from './rules.ts'

/**
 * Two records of one child are joined by two people: one proposes it and says how they know, another looks at both and
 * carries it out [ORG-1, SAME-CHILD].
 */
export const mergeWorkflow = defineWorkflow<MergeFacts, 'proposed' | 'done' | 'withdrawn'>('child-merges', {
  noun: 'proposal to join two records',
  states: { proposed: 'To look at', done: 'Joined', withdrawn: 'Not joined' },
  initial: 'proposed',
  // Both children, the smaller id first, whichever of them is kept.
  watched: [
    { field: 'keep', collection: 'children' },
    { field: 'leave', collection: 'children' },
  ],
  locks: [],
  facts: mergeFacts,
  create: {
    label: 'Propose to join two records',
    by: [caseworker],
    guards: [twoSeparateRecords],
    set: ({ actor }) => ({ proposedBy: actor.kind === 'person' ? actor.userId : null }),
  },
  editable: {},
  transitions: {
    carryOut: {
      label: 'Join them into one record',
      from: ['proposed'],
      to: 'done',
      by: [caseworker],
      guards: [
        notOwnProposal,
        twoSeparateRecords,
        oneDateOfBirth,
        whatDecidesIsSettled,
        oneFamily,
        notBothListed,
        notBothMatched,
        wordsFitTogether,
      ],
      set: ({ actor, now }) => ({
        carriedOutBy: actor.kind === 'person' ? actor.userId : null,
        carriedOutAt: now.toISOString(),
      }),
      effects: [carryOut],
      grave: true,
    },
    withdraw: {
      label: 'Leave them as two records',
      from: ['proposed'],
      to: 'withdrawn',
      by: [caseworker],
      guards: [],
      input: z.object({
        reason: REASON.asked('Say why they are not joined.').meta({ title: 'Say why they are not joined' }),
      }),
      set: ({ input }) => ({ withdrawnBecause: input.reason }),
    },
  },
})
