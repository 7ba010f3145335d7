import { z } from 'zod'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { defineWorkflow, type Guard } from '../../../core/workflow/workflow.ts'
import { isCaseworker } from '../../people/roles.ts'

type HandoverFacts = { volunteerUserId: string | null }

const caseworker: Guard<HandoverFacts> = (_facts, { actor }) =>
  isCaseworker(actor)
    ? allowed
    : refused({
        rule: 'VOL-11',
        reason: 'The co-ordinator and the committee hand a child over.',
        nextStep: 'Ask one of them.',
      })

const theSoftware: Guard<HandoverFacts> = (_facts, { actor }) =>
  actor.kind === 'system'
    ? allowed
    : refused({
        rule: 'VOL-11',
        reason: 'A hand-over begins by itself when a volunteer pauses or leaves.',
        nextStep: 'Pause the volunteer on their own record.',
      })

/** Nobody hands over the child whom they mentored themselves [ORG-1]. */
const notOneself: Guard<HandoverFacts> = ({ volunteerUserId }, { actor }) =>
  actor.kind === 'person' && actor.userId === volunteerUserId
    ? refused({
        rule: 'ORG-1',
        reason: 'You were this child’s volunteer, so somebody else hands over.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

const howInput = (question: string) => z.object({ reason: REASON.asked(`${question}.`).meta({ title: question }) })

/** A hand-over is needed, begun, and done, or not needed after all [VOL-11]. */
export const handoverWorkflow = defineWorkflow<HandoverFacts, 'needed' | 'begun' | 'done' | 'not-needed'>('handovers', {
  noun: 'hand-over',
  states: { needed: 'Needed', begun: 'Begun', done: 'Done', 'not-needed': 'Not needed' },
  initial: 'needed',
  locks: [],
  facts: async ({ work, record }) => {
    const [row] = await work.query<{ user_id: string | null }>(
      'select v.user_id from matches m join volunteers v on v.id = m.volunteer_id where m.id = $1',
      [record.match],
    )
    return { volunteerUserId: row?.user_id ?? null }
  },
  create: { label: 'Needed', by: [theSoftware], guards: [] },
  editable: {},
  transitions: {
    begin: {
      label: 'Begin the hand-over',
      from: ['needed'],
      to: 'begun',
      by: [caseworker],
      guards: [notOneself],
      set: ({ actor }) => ({ begunBy: actor.kind === 'person' ? actor.userId : null }),
    },
    finish: {
      label: 'The hand-over is done',
      from: ['begun'],
      to: 'done',
      by: [caseworker],
      guards: [notOneself],
      input: howInput('Say to whom the child was handed over'),
      set: ({ input }) => ({ closedReason: input.reason }),
    },
    dismiss: {
      label: 'Not needed',
      from: ['needed', 'begun'],
      to: 'not-needed',
      by: [caseworker],
      guards: [notOneself],
      input: howInput('Say why no hand-over is needed'),
      set: ({ input }) => ({ closedReason: input.reason }),
      grave: true,
    },
  },
})
