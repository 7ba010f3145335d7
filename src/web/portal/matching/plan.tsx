import { londonDate, speakDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { EDUCATION_STATUSES } from '../../../programme/people/children/education.ts'
import { schoolingOfChild, type SchoolingOfChild } from '../../../programme/people/children/ofChild.ts'
import { schoolYear, schoolYearName, STAGES } from '../../../programme/people/children/schoolYear.ts'
import { planOfChild, type PlanOfChild } from '../../../programme/plans/ofChild.ts'
import { BARRIER_REMEDIES, PLAN_PART_KINDS, PLAN_PART_STATES } from '../../../programme/plans/rules.ts'
import { goalsOfChild, type GoalOfChild } from '../../../programme/referrals/ofChild.ts'
import { Card } from '../../design/Card.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { Heading } from '../../design/Heading.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { Tag, type TagTone } from '../../design/Tag.tsx'

/**
 * What a volunteer and their child work on: the plan, its parts, what stands in the way, the goals, and where the child
 * stands at school [PLN-1, PLN-2, PLN-3, PLN-5].
 */
export type WorkedOn = PlanOfChild & { goals: GoalOfChild[]; schooling: SchoolingOfChild; today: CalendarDate }

/**
 * Reads it, for those alone who may know what is known of the child [MAT-7], with the records that are shown by it, by
 * collection [DAT-1].
 */
export const readWorkedOn = async ({
  query,
  childId,
  now,
}: {
  query: Query
  childId: string
  now: Date
}): Promise<{ workedOn: WorkedOn; shown: Record<string, string[]> }> => {
  const today = londonDate(now)
  const { plan, ...whole } = await planOfChild({ query, childId })
  // What is done with stands on the committee's page alone.
  const [parts, barriers] = [
    whole.parts.filter(({ state }) => state === 'planned' || state === 'going-on'),
    whole.barriers.filter(({ status }) => status === 'open'),
  ]
  const goals = await goalsOfChild({ query, childId })
  const schooling = await schoolingOfChild({ query, childId, on: today })
  const ids = (records: ReadonlyArray<{ id: string }>): string[] => records.map(({ id }) => id)
  const shown = {
    plans: plan ? [plan.id] : [],
    'plan-parts': ids(parts),
    barriers: ids(barriers),
    goals: ids(goals),
    'education-entries': schooling.education ? [schooling.education.id] : [],
  }
  return { workedOn: { plan, parts, barriers, goals, schooling, today }, shown }
}

/** The plan as the volunteer reads it. */
export const Plan = ({
  childName,
  plan,
  parts,
  barriers,
  goals,
  schooling,
  today,
}: WorkedOn & { childName: string }) => (
  <>
    <Heading level={2}>The plan</Heading>
    <SummaryList rows={schoolingRows({ schooling, today })} />
    {plan || goals.length > 0 || parts.length > 0 ? null : (
      <EmptyState title="There is no plan yet.">The committee makes it with {childName} and the family.</EmptyState>
    )}
    {plan?.childsWords ? (
      <Card title={`What matters to ${childName}`} level={3}>
        <p className="as-typed">“{plan.childsWords}”</p>
      </Card>
    ) : null}
    {plan?.summary ? <p className="as-typed">{plan.summary}</p> : null}
    {goals.length > 0 ? <Heading level={2}>Goals</Heading> : null}
    {goals.map(({ id, title, outcome, measure }) => (
      <Card key={id} title={title} level={3}>
        <p className="as-typed">{outcome}</p>
        <p className="as-typed muted">How we will know: {measure}</p>
      </Card>
    ))}
    {parts.length > 0 ? <Heading level={2}>What the plan holds</Heading> : null}
    {parts.map(({ id, kind, title, withWhom, from, until, state }) => (
      <Card key={id} title={title} level={3} aside={<Tag text={PLAN_PART_STATES[state]} tone={TONES[state]} />}>
        <p>{[PLAN_PART_KINDS[kind], withWhom].filter(Boolean).join(', ')}</p>
        <p className="muted">
          {until ? `From ${speakDate(from)} until ${speakDate(until)}` : `From ${speakDate(from)}`}
        </p>
      </Card>
    ))}
    {barriers.length > 0 ? <Heading level={2}>What stands in the way</Heading> : null}
    {barriers.map(({ id, what, remedy, remedyWords }) => (
      <Card key={id} title={what} level={3}>
        <p className="as-typed">
          {BARRIER_REMEDIES[remedy]} would help: {remedyWords}
        </p>
      </Card>
    ))}
  </>
)

const TONES: Readonly<Record<PlanOfChild['parts'][number]['state'], TagTone>> = {
  planned: 'neutral',
  'going-on': 'information',
  done: 'good',
  dropped: 'neutral',
}

const schoolingRows = ({
  schooling: { bornOn, heldInYear, heldInYearOn, stages, school, education },
  today,
}: {
  schooling: SchoolingOfChild
  today: CalendarDate
}) => {
  const year = schoolYear({
    bornOn,
    on: today,
    override: heldInYear === null || heldInYearOn === null ? null : { year: heldInYear, on: heldInYearOn },
  })
  return [
    { term: 'School year', value: schoolYearName(year) },
    {
      term: 'Stage',
      value: stages.length > 0 ? stages.map((stage) => STAGES[stage].label).join(' and ') : 'Not picked yet',
    },
    {
      term: 'School',
      value: [school, education && EDUCATION_STATUSES[education.status]].filter(Boolean).join('. ') || 'Not known',
    },
  ]
}
