import { z } from 'zod'
import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { partiesOfMatch } from '../../matching/parties.ts'
import { MEETING } from '../fields.ts'
import { meetingFacts, meetingFactsOfMany } from './facts.ts'
import { keepAddress, placeKept } from './keepAddress.ts'
import {
  tellOfCancellation,
  tellOfConfirmation,
  tellOfDecline,
  tellOfProposal,
  tellOfUnconfirming,
} from '../messages.ts'
import {
  fourEyes,
  gatesOfTheDay,
  mayCancel,
  mayConfirm,
  mayNameParent,
  mayPropose,
  noOtherProposal,
  stillAhead,
  type MeetingFacts,
} from '../rules.ts'

const reasonInput = (question: string) =>
  z.object({
    reason: MEETING.reason.asked(`${question}.`).meta({ title: question }),
  })

/**
 * The life of a meeting: proposed (to be confirmed, on the calendar), confirmed, held once its log is in; or declined, or
 * called off [MTG-4].
 */
export const meetingWorkflow = defineWorkflow<
  MeetingFacts,
  'proposed' | 'confirmed' | 'declined' | 'cancelled' | 'held'
>('meetings', {
  noun: 'meeting',
  states: {
    proposed: 'To be confirmed',
    confirmed: 'Confirmed',
    declined: 'Declined',
    cancelled: 'Called off',
    held: 'Took place',
  },
  initial: 'proposed',
  watched: [
    { field: 'volunteer', collection: 'volunteers' },
    { field: 'secondVolunteer', collection: 'volunteers' },
  ],
  // Whoever changes the match holds the child too.
  locks: [{ field: 'child', collection: 'children' }],
  facts: meetingFacts,
  factsOfMany: meetingFactsOfMany,
  create: {
    label: 'Propose a meeting',
    completes: partiesOfMatch,
    by: [mayPropose],
    guards: [mayNameParent, stillAhead, ...gatesOfTheDay, noOtherProposal],
    set: ({ actor, facts }) => ({ proposedBy: actor.kind === 'person' ? actor.userId : null, ...placeKept(facts) }),
    effects: [keepAddress, tellOfProposal],
  },
  editable: {
    proposed: [
      'startsAt',
      'minutes',
      'kind',
      'placeKind',
      'place',
      'secondVolunteer',
      'guardian',
      'agreedOn',
      'agreedWay',
    ],
  },
  edit: {
    set: ({ actor, facts }) => ({ changedBy: actor.kind === 'person' ? actor.userId : null, ...placeKept(facts) }),
    effects: [keepAddress],
  },
  transitions: {
    confirm: {
      label: 'Confirm this meeting',
      from: ['proposed'],
      to: 'confirmed',
      by: [mayConfirm],
      guards: [fourEyes, stillAhead, ...gatesOfTheDay],
      set: ({ actor, now }) => ({
        confirmedBy: actor.kind === 'person' ? actor.userId : null,
        confirmedAt: now.toISOString(),
        reason: null,
      }),
      effects: [tellOfConfirmation],
    },
    decline: {
      label: 'Decline this meeting',
      from: ['proposed'],
      to: 'declined',
      by: [mayConfirm],
      guards: [fourEyes],
      input: reasonInput('Say why it is declined'),
      set: ({ input }) => ({ reason: input.reason }),
      effects: [tellOfDecline],
      grave: true,
    },
    cancel: {
      label: 'Call this meeting off',
      from: ['proposed', 'confirmed'],
      to: 'cancelled',
      by: [mayCancel],
      guards: [],
      input: reasonInput('Say why it is called off'),
      set: ({ input }) => ({ reason: input.reason }),
      effects: [tellOfCancellation],
      grave: true,
    },
    callOff: {
      label: 'Called off, because the match or the volunteer is no longer there for it',
      from: ['proposed', 'confirmed'],
      to: 'cancelled',
      by: [],
      guards: [],
      input: z.object({ reason: z.string() }),
      set: ({ input }) => ({ reason: input.reason }),
      effects: [tellOfCancellation],
      automatic: true,
    },
    unconfirm: {
      label: 'No longer confirmed',
      from: ['confirmed'],
      to: 'proposed',
      by: [],
      guards: [],
      input: z.object({ rule: z.string(), reason: z.string() }),
      set: ({ input }) => ({ reason: input.reason, confirmedBy: null, confirmedAt: null }),
      effects: [tellOfUnconfirming],
      automatic: true,
    },
    hold: {
      label: 'Took place',
      from: ['proposed', 'confirmed', 'cancelled', 'declined'],
      to: 'held',
      by: [],
      guards: [],
      automatic: true,
    },
  },
})
