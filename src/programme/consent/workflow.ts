import { allowed, refused } from '../../core/errors/refusal.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { emit } from '../../core/workflow/events.ts'
import { defineWorkflow, type Guard } from '../../core/workflow/workflow.ts'
import { mayBeWrittenTo } from '../people/contactRules.ts'
import { isCaseworker } from '../people/roles.ts'

type AnswerFacts = { childId: string; guardianOfChild: boolean; mayDecide: boolean; decidedOn: unknown }

const captured: Guard<AnswerFacts> = (_facts, { actor }) =>
  isCaseworker(actor) || actor.kind === 'system' || actor.kind === 'link'
    ? allowed
    : refused({ rule: 'CON-1', reason: 'Only the parent or carer, or the co-ordinator and committee for them, record consent.', nextStep: 'Ask the co-ordinator.' })

const byTheirParent: Guard<AnswerFacts> = ({ guardianOfChild, mayDecide }) =>
  guardianOfChild && mayDecide
    ? allowed
    : refused({ rule: 'CON-8', reason: 'Only a parent or carer of this child who has parental responsibility can decide.', nextStep: 'Choose the parent or carer from the child’s own family.' })

const notAhead: Guard<AnswerFacts> = ({ decidedOn }, { now }) =>
  typeof decidedOn === 'string' && decidedOn > londonDate(now)
    ? refused({ rule: 'CON-1', reason: 'Consent cannot be given on a day that is still to come.', nextStep: 'Check the date.' })
    : allowed

/** An answer is never edited: saying something else is a new answer, and takes effect at once [CON-3, CON-4]. */
export const consentWorkflow = defineWorkflow<AnswerFacts, 'given'>('consents', {
  noun: 'consent answer',
  states: { given: 'Given' },
  initial: 'given',
  locks: [{ field: 'child', collection: 'children' }],
  facts: async ({ work, record }) => {
    const [guardian] = await work.query<{ of_child: boolean; may_decide: boolean }>(
      `select g.family_id = c.family_id as of_child, coalesce(g.parental_responsibility, false) and ${mayBeWrittenTo('g')} as may_decide
       from guardians g, children c where g.id = $1 and c.id = $2`,
      [record.guardian, record.child],
    )
    return { childId: String(record.child), guardianOfChild: guardian?.of_child ?? false, mayDecide: guardian?.may_decide ?? false, decidedOn: record.decidedOn }
  },
  create: {
    label: 'Record an answer',
    by: [captured],
    guards: [byTheirParent, notAhead],
    effects: [({ work, facts }) => emit({ work, event: { name: 'consent.changed', childId: facts.childId } })],
  },
  editable: {},
  transitions: {},
})
