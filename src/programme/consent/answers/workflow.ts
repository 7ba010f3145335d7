import { allowed, refused } from '../../../core/errors/refusal.ts'
import { londonDate, monthsAfter } from '../../../core/clock/londonDates.ts'
import { emit } from '../../../core/workflow/events.ts'
import { defineWorkflow, type Guard } from '../../../core/workflow/workflow.ts'
import { isCaseworker } from '../../people/roles.ts'
import { decides } from '../asking/deciders.ts'
import { USUAL_RENEWAL_MONTHS } from '../settings.ts'
import { decidesForChild, type Decider } from '../asking/whoDecides.ts'
import { consentChanged } from '../../people/events.ts'

type AnswerFacts = Decider & {
  childId: string
  decidedOn: unknown
  answer: unknown
  renewalMonths: number
  capture: string | null
}

/**
 * By the parent's own link; or entered by one of ours from paper or telephone, where a yes waits for a second person
 * [CON-1].
 */
const bySignedWay: Guard<AnswerFacts> = ({ capture, answer }, { actor }) =>
  actor.kind === 'system' ||
  actor.kind === 'link' ||
  (isCaseworker(actor) && capture !== null && (answer === 'no' || capture === 'confirmed'))
    ? allowed
    : refused({
        rule: 'CON-1',
        reason: 'A yes on paper or by telephone counts once a second person has confirmed it.',
        nextStep: 'Record it under “Consent on paper or by telephone”.',
      })

const byTheirParent: Guard<AnswerFacts> = (facts) => decidesForChild(facts)

const notAhead: Guard<AnswerFacts> = ({ decidedOn }, { now }) =>
  typeof decidedOn === 'string' && decidedOn > londonDate(now)
    ? refused({
        rule: 'CON-1',
        reason: 'Consent cannot be given on a day that is still to come.',
        nextStep: 'Check the date.',
      })
    : allowed

/** An answer is never edited: saying something else is a new answer, and takes effect at once [CON-3, CON-4]. */
export const consentWorkflow = defineWorkflow<AnswerFacts, 'given'>('consents', {
  noun: 'consent answer',
  states: { given: 'Given' },
  initial: 'given',
  // Answers are stored only by what a parent sent or said, which holds the child.
  locks: [],
  facts: async ({ work, record }) => {
    const [row] = await work.query<{
      may: boolean
      themselves: boolean
      forCouncil: boolean
      inCare: boolean
      capture: string | null
      months: number | null
    }>(
      `select ${decides({ guardian: '$1', child: '$2' })} as may, exists (select from guardians where id = $1 and themselves_id is not null) as themselves,
         (select coalesce(for_council, false) from guardians where id = $1) as "forCouncil", (select coalesce(in_care, false) from children where id = $2) as "inCare", (select status::text from consent_captures where id = $3 and child_id = $2 and guardian_id = $1) as capture,
         (select consent_renewal_months::float8 from programme_settings limit 1) as months`,
      [record.guardian, record.child, record.capture ?? null],
    )
    return {
      childId: String(record.child),
      mayDecide: row?.may ?? false,
      themselves: row?.themselves ?? false,
      forCouncil: row?.forCouncil ?? false,
      childInCare: row?.inCare ?? false,
      decidedOn: record.decidedOn,
      answer: record.answer,
      capture: row?.capture ?? null,
      renewalMonths: row?.months ?? USUAL_RENEWAL_MONTHS,
    }
  },
  create: {
    label: 'Record an answer',
    by: [bySignedWay],
    guards: [byTheirParent, notAhead],
    set: ({ facts: { answer, decidedOn, renewalMonths } }) => ({
      validUntil: answer === 'yes' ? monthsAfter({ date: String(decidedOn), months: renewalMonths }) : null,
    }),
    effects: [({ work, facts }) => emit({ work, event: consentChanged({ childId: facts.childId }) })],
  },
  editable: {},
  transitions: {},
})
