import { z } from 'zod'
import { emit } from '../../core/workflow/events.ts'
import { defineWorkflow, type Effect, type Guard } from '../../core/workflow/workflow.ts'
import { allowed, refused } from '../../core/errors/refusal.ts'
import { isCaseworker } from '../people/roles.ts'

type VettingFacts = { volunteerId: string; ownUserId: string | null; kind: string; validUntil: unknown; takenOn: unknown }

const caseworker: Guard<VettingFacts> = (_facts, { actor }) =>
  isCaseworker(actor) || actor.kind === 'system' ? allowed : refused({ rule: 'VOL-6', reason: 'Only the co-ordinator and the committee keep vetting records.', nextStep: 'Ask one of them.' })

/** Nobody vouches for themselves [ORG-1]. */
const notOneself: Guard<VettingFacts> = ({ ownUserId }, { actor }) =>
  actor.kind === 'person' && ownUserId === actor.userId
    ? refused({ rule: 'ORG-1', reason: 'This record is about you, so somebody else must enter it.', nextStep: 'Ask another committee member.' })
    : allowed

const recheckDated: Guard<VettingFacts> = ({ kind, validUntil }) =>
  kind === 'dbs-check' && !validUntil
    ? refused({ rule: 'VOL-6', reason: 'A DBS check needs the last day before a recheck is due.', nextStep: 'Fill in “Valid until”.' })
    : allowed

const datesInOrder: Guard<VettingFacts> = ({ takenOn, validUntil }) =>
  typeof takenOn === 'string' && typeof validUntil === 'string' && validUntil < takenOn
    ? refused({ rule: 'VOL-6', reason: '“Valid until” is before the day itself.', nextStep: 'Check both dates.' })
    : allowed

const tellTheAreasAbove: Effect<VettingFacts> = ({ work, facts }) => emit({ work, event: { name: 'vetting.changed', volunteerId: facts.volunteerId } })

/** A vetting record holds until it is withdrawn; it is never edited, so that what stood behind a gate on a day can always be shown. */
export const vettingWorkflow = defineWorkflow<VettingFacts, 'standing' | 'withdrawn'>('vetting-records', {
  noun: 'vetting record',
  states: { standing: 'Standing', withdrawn: 'Withdrawn' },
  initial: 'standing',
  locks: [{ field: 'volunteer', collection: 'volunteers' }],
  facts: async ({ work, record }) => {
    const [volunteer] = await work.query<{ user_id: string | null }>('select user_id from volunteers where id = $1', [record.volunteer])
    return { volunteerId: String(record.volunteer), ownUserId: volunteer?.user_id ?? null, kind: String(record.kind), validUntil: record.validUntil, takenOn: record.takenOn }
  },
  create: { label: 'Record', by: [caseworker], guards: [notOneself, recheckDated, datesInOrder], effects: [tellTheAreasAbove] },
  editable: {},
  transitions: {
    withdraw: {
      label: 'Withdraw this record',
      from: ['standing'],
      to: 'withdrawn',
      by: [caseworker],
      guards: [notOneself],
      input: z.object({ reason: z.string('Say why it is withdrawn.').trim().min(1, 'Say why it is withdrawn.').max(500).meta({ title: 'Why it is withdrawn' }) }),
      set: ({ input }) => ({ withdrawnReason: input.reason }),
      grave: true,
      effects: [tellTheAreasAbove],
    },
  },
})
