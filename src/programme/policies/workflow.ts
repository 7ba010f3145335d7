import { daysAfter, londonDate } from '../../core/clock/londonDates.ts'
import { allowed, refused } from '../../core/errors/refusal.ts'
import { emit } from '../../core/workflow/events.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { defineWorkflow, type Effect, type Guard, type Workflow } from '../../core/workflow/workflow.ts'
import { isCommittee, isTrustee } from '../people/roles.ts'

type VersionFacts = { policyId: string; number: string; authorId: string | null; currentId: string | null; currentNumber: string | null; graceUntil: string | null; numberTaken: boolean }

const committee: Guard<VersionFacts> = (_facts, { actor }) =>
  isCommittee(actor) ? allowed : refused({ rule: 'POL-3', reason: 'A committee member writes policies.', nextStep: 'Ask a committee member.' })

const committeeOrTrustee: Guard<VersionFacts> = (_facts, { actor }) =>
  isCommittee(actor) || isTrustee(actor) ? allowed : refused({ rule: 'POL-3', reason: 'A committee member or trustee adopts policies.', nextStep: 'Ask one of them.' })

const notTheAuthor: Guard<VersionFacts> = ({ authorId }, { actor }) =>
  actor.kind === 'person' && actor.userId === authorId
    ? refused({ rule: 'POL-3', reason: 'You wrote this version, so somebody else must adopt it.', nextStep: 'Ask another committee member or a trustee.' })
    : allowed

const numbered: Guard<VersionFacts> = ({ number, currentNumber, numberTaken }) => {
  if (!/^\d{1,4}\.\d{1,4}$/.test(number)) return refused({ rule: 'POL-2', reason: 'The version needs a number of two parts.', nextStep: 'Write it like 2.0.' })
  if (numberTaken) return refused({ rule: 'POL-2', reason: `There is a version ${number} of this policy already.`, nextStep: 'Choose the next number.' })
  return currentNumber !== null && asNumber(number) <= asNumber(currentNumber)
    ? refused({ rule: 'POL-2', reason: `Version ${number} would come before the adopted version ${currentNumber}.`, nextStep: 'Choose a higher number.' })
    : allowed
}

const supersedeTheLast: Effect<VersionFacts> = async ({ work, facts, record }) => {
  if (facts.currentId && facts.currentId !== record.id)
    await performAction({ work: { ...work, actor: { kind: 'system', reason: 'a newer version is adopted' } }, workflow: policyVersionWorkflow, id: facts.currentId, action: 'supersede', input: {} })
}

const tellTheAreasAbove: Effect<VersionFacts> = ({ work }) => emit({ work, event: { name: 'documents.changed' } })

/** A version is drafted, proposed, adopted by somebody other than its author, and one day superseded; then it never changes [POL-3]. */
export const policyVersionWorkflow: Workflow = defineWorkflow<VersionFacts, 'draft' | 'proposed' | 'adopted' | 'superseded'>('policy-versions', {
  noun: 'policy version',
  states: { draft: 'Draft', proposed: 'Proposed', adopted: 'Adopted', superseded: 'Superseded' },
  initial: 'draft',
  locks: [{ field: 'policy', collection: 'policies' }],
  facts: async ({ work, record }) => {
    const [current] = await work.query<{ id: string; number: string }>("select id, number from policy_versions where policy_id = $1 and status = 'adopted' and id is distinct from $2", [record.policy, record.id ?? null])
    const [taken] = await work.query('select 1 from policy_versions where policy_id = $1 and number = $2 and id is distinct from $3', [record.policy, record.number, record.id ?? null])
    return {
      policyId: String(record.policy),
      number: String(record.number ?? ''),
      authorId: typeof record.author === 'string' ? record.author : null,
      currentId: current?.id ?? null,
      currentNumber: current?.number ?? null,
      graceUntil: typeof record.graceUntil === 'string' ? record.graceUntil : null,
      numberTaken: taken !== undefined,
    }
  },
  create: { label: 'Start a draft', by: [committee], guards: [numbered], set: ({ actor }) => ({ author: actor.kind === 'person' ? actor.userId : null }) },
  editable: { draft: ['number', 'text', 'changes', 'adoptedBy', 'signedBy', 'reviewOn', 'graceUntil'] },
  transitions: {
    propose: { label: 'Propose for adoption', from: ['draft'], to: 'proposed', by: [committee], guards: [numbered] },
    returnToDraft: { label: 'Take back to draft', from: ['proposed'], to: 'draft', by: [committee], guards: [] },
    adopt: {
      label: 'Adopt this version',
      from: ['proposed'],
      to: 'adopted',
      by: [committeeOrTrustee],
      guards: [notTheAuthor, numbered],
      set: ({ actor, now, facts }) => ({
        adoptedOn: londonDate(now),
        adoptedByUser: actor.kind === 'person' ? actor.userId : null,
        graceUntil: facts.graceUntil ?? daysAfter({ date: londonDate(now), days: DAYS_OF_GRACE }),
      }),
      before: [supersedeTheLast],
      effects: [tellTheAreasAbove],
      grave: true,
    },
    supersede: { label: 'Superseded', from: ['adopted'], to: 'superseded', by: [], guards: [], automatic: true },
  },
})

const DAYS_OF_GRACE = 14

const asNumber = (number: string): number => {
  const [major = 0, minor = 0] = number.split('.').map(Number)
  return major * 10_000 + minor
}
