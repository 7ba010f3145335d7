import { z } from 'zod'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { caseworker, theSoftware, notOneself, type HandoverFacts } from './rules.ts'

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
