import type { Work } from '../../../core/access/work.ts'
import { monthsAfter } from '../../../core/clock/londonDates.ts'
import { rowAt } from '../../../core/database/query.ts'
import { emit } from '../../../core/workflow/events.ts'
import { defineWorkflow, type RecordData } from '../../../core/workflow/workflow.ts'
import { decides } from '../asking/deciders.ts'
import { USUAL_RENEWAL_MONTHS } from '../settings.ts'
import { consentChanged } from '../../people/events.ts'
import { bySignedWay, byTheirParent, notAhead, type AnswerFacts } from './rules.ts'

/** What is asked about the answers of one form, or of one alone: in one statement, however many they are. */
const factsOfAnswers = async ({
  work,
  records,
}: {
  work: Work
  records: readonly RecordData[]
}): Promise<AnswerFacts[]> => {
  const rows = await work.query<{
    may: boolean
    themselves: boolean
    forCouncil: boolean
    inCare: boolean
    capture: string | null
    months: number | null
  }>(
    `select ${decides({ guardian: 'r.guardian_id', child: 'r.child_id' })} as may, coalesce(a.themselves_id is not null, false) as themselves, coalesce(a.for_council, false) as "forCouncil", coalesce(b.in_care, false) as "inCare",
       (select status::text from consent_captures where id = r.capture_id and child_id = r.child_id and guardian_id = r.guardian_id) as capture, (select consent_renewal_months::float8 from programme_settings limit 1) as months
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as r(guardian_id, child_id, capture_id, place) left join guardians a on a.id = r.guardian_id left join children b on b.id = r.child_id
     order by r.place`,
    [
      records.map(({ guardian }) => guardian),
      records.map(({ child }) => child),
      records.map(({ capture }) => capture ?? null),
    ],
  )
  return records.map(({ child, decidedOn, answer }, place) => {
    const row = rowAt({ rows, place })
    return {
      childId: String(child),
      mayDecide: row.may,
      themselves: row.themselves,
      forCouncil: row.forCouncil,
      childInCare: row.inCare,
      decidedOn,
      answer,
      capture: row.capture,
      renewalMonths: row.months ?? USUAL_RENEWAL_MONTHS,
    }
  })
}

/** An answer is never edited: saying something else is a new answer, and takes effect at once [CON-3, CON-4]. */
export const consentWorkflow = defineWorkflow<AnswerFacts, 'given'>('consents', {
  noun: 'consent answer',
  states: { given: 'Given' },
  initial: 'given',
  // Answers are stored only by what a parent sent or said, which holds the child.
  locks: [],
  facts: async ({ work, record }) => {
    const [facts] = await factsOfAnswers({ work, records: [record] })
    if (!facts) throw new Error('One answer has one set of facts.')
    return facts
  },
  factsOfMany: factsOfAnswers,
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
