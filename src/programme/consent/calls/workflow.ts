import { z } from 'zod'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { defineWorkflow, type Guard } from '../../../core/workflow/workflow.ts'
import { isCaseworker } from '../../people/roles.ts'
import { CALL } from '../fields.ts'
import { tellOfCall } from '../messages.ts'

type CallFacts = { requestId: string; isWaiting: boolean }

const heldByLink: Guard<CallFacts> = ({ requestId }, { actor }) =>
  actor.kind === 'link' && actor.holder === 'guardian' && actor.recordId === requestId
    ? allowed
    : refused({
        rule: 'MAT-12',
        reason: 'Parents and carers ask for a call themselves, by their own link.',
        nextStep: 'Ring them, if you want to speak to them.',
      })

const caseworker: Guard<CallFacts> = (_facts, { actor }) =>
  isCaseworker(actor)
    ? allowed
    : refused({
        rule: 'MAT-12',
        reason: 'The co-ordinator and the committee ring parents and carers.',
        nextStep: 'Ask one of them.',
      })

const oneAtATime: Guard<CallFacts> = ({ isWaiting }) =>
  isWaiting
    ? refused({
        rule: 'MAT-12',
        reason: 'You have asked us to ring you already.',
        nextStep: 'We will. If it cannot wait, ring us.',
      })
    : allowed

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
  }),
  create: {
    label: 'Ask for a call',
    by: [heldByLink],
    guards: [oneAtATime],
    set: ({ now }) => ({ askedAt: now.toISOString() }),
    effects: [tellOfCall],
  },
  editable: {},
  transitions: {
    done: {
      label: 'Done: I have spoken to them',
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
  },
})
