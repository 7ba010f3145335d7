import { allowed, refused } from '../../../core/errors/refusal.ts'
import { defineWorkflow, type Guard } from '../../../core/workflow/workflow.ts'
import { accountOfVolunteer, committee, notAboutOneself } from '../ofVolunteer.ts'

type OverrideFacts = { ownUserId: string | null; proposedBy: string | null }

/** Nobody approves what they proposed [ORG-1]. */
const notTheProposer: Guard<OverrideFacts> = ({ proposedBy }, { actor }) =>
  actor.kind === 'person' && actor.userId === proposedBy
    ? refused({
        rule: 'ORG-1',
        reason: 'You proposed this, so somebody else must decide it.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

const decided = ({ actor }: Parameters<Guard<OverrideFacts>>[1]) => ({
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
