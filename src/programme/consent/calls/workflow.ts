import { z } from 'zod'
import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { CALL } from '../fields.ts'
import { tellOfCall } from '../messages.ts'
import { heldByLink, canBeRung, caseworker, oneAtATime, type CallFacts } from './rules.ts'

/** A parent asks to be rung; one of ours rings, and says that it is done [MAT-12]. */
export const callRequestWorkflow = defineWorkflow<CallFacts, 'asked' | 'done'>('call-requests', {
  noun: 'wish for a call',
  states: { asked: 'Waiting for a call', done: 'Done' },
  initial: 'asked',
  locks: [{ field: 'consentRequest', collection: 'consent-requests' }],
  facts: async ({ work, record }) => ({
    requestId: String(record.consentRequest),
    isWaiting:
      (
        await work.query(
          "select from call_requests where consent_request_id = $1 and status = 'asked' and id is distinct from $2",
          [record.consentRequest, record.id ?? null],
        )
      ).length > 0,
    wantsPaper: record.wish === 'paper',
    hasNumber:
      Boolean(record.number) ||
      (await work.query("select from guardians where id = $1 and coalesce(mobile, '') <> ''", [record.guardian]))
        .length > 0,
  }),
  create: {
    label: 'Ask for a call',
    by: [heldByLink],
    guards: [oneAtATime, canBeRung],
    set: ({ now }) => ({ askedAt: now.toISOString() }),
    effects: [tellOfCall],
  },
  editable: {},
  transitions: {
    done: {
      label: 'Done: I have rung them, or sent it',
      from: ['asked'],
      to: 'done',
      by: [caseworker],
      guards: [],
      input: z.object({
        note: CALL.note.ifAny().meta({
          title: 'What came of it',
          description: 'The committee and the co-ordinator read this.',
        }),
      }),
      set: ({ actor, now, input }) => ({
        rungBy: actor.kind === 'person' ? actor.userId : null,
        rungAt: now.toISOString(),
        note: typeof input.note === 'string' && input.note !== '' ? input.note : null,
      }),
    },
    notDone: {
      label: 'Not done: still to ring',
      from: ['done'],
      to: 'asked',
      by: [caseworker],
      guards: [oneAtATime],
      set: () => ({ rungBy: null, rungAt: null }),
    },
  },
})
