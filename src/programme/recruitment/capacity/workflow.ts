import { defineWorkflow, type Asked } from '../../../core/workflow/workflow.ts'
import { accountOfVolunteer } from '../ofVolunteer.ts'
import { committee, notAboutOneself } from '../rules.ts'
import { notTheProposer, type OverrideFacts } from './rules.ts'

const decided = ({ actor }: Asked) => ({
  decidedBy: actor.kind === 'person' ? actor.userId : null,
})

/** One committee member proposes an exception with its reason, another approves or declines it [VOL-5]. */
export const capacityOverrideWorkflow = defineWorkflow<OverrideFacts, 'proposed' | 'approved' | 'declined' | 'ended'>(
  'capacity-overrides',
  {
    noun: 'higher number of children',
    states: { proposed: 'Proposed', approved: 'Approved', declined: 'Declined', ended: 'Ended' },
    initial: 'proposed',
    locks: [{ field: 'volunteer', collection: 'volunteers' }],
    facts: async ({ work, record }) => ({
      ownUserId: await accountOfVolunteer({ query: work.query, volunteerId: record.volunteer }),
      proposedBy: typeof record.proposedBy === 'string' ? record.proposedBy : null,
    }),
    create: {
      label: 'Propose',
      by: [committee],
      guards: [notAboutOneself],
      set: ({ actor }) => ({ proposedBy: actor.kind === 'person' ? actor.userId : null }),
    },
    editable: {},
    transitions: {
      approve: {
        label: 'Approve this exception',
        from: ['proposed'],
        to: 'approved',
        by: [committee],
        guards: [notTheProposer, notAboutOneself],
        set: decided,
      },
      decline: {
        label: 'Decline this exception',
        from: ['proposed'],
        to: 'declined',
        by: [committee],
        guards: [notAboutOneself],
        set: decided,
        grave: true,
      },
      end: { label: 'End this exception', from: ['approved'], to: 'ended', by: [committee], guards: [], grave: true },
    },
  },
)
