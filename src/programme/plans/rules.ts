import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'
import { caseworkersOnly } from '../people/rules.ts'

/** What a plan may contain [PLN-1]. */
export const PLAN_PART_KINDS = {
  'one-to-one': 'One-to-one meetings',
  professional: 'Referral to a professional',
  club: 'Extra-curricular club',
  'work-experience': 'Work experience',
  trip: 'Enrichment trip',
  grant: 'Grant application',
} as const

/** A kind of plan part as stored. */
export type PlanPartKind = keyof typeof PLAN_PART_KINDS

/** How far a part of a plan has come. */
export const PLAN_PART_STATES = {
  planned: 'Planned',
  'going-on': 'Going on',
  done: 'Done',
  dropped: 'Dropped',
} as const

/** What would take a barrier away [PLN-2]. */
export const BARRIER_REMEDIES = { money: 'Money', support: 'Support', both: 'Money and support' } as const

/** Who took part in making a plan. */
export type MadeWith = { childTookPart: boolean; childNotBecause: string; parents: number; parentsNotBecause: string }

/**
 * A plan is individual and made with the child, parents and key workers: where the child or every parent is missing, it
 * says why [PLN-1].
 */
export const madeTogether = ({ childTookPart, childNotBecause, parents, parentsNotBecause }: MadeWith): Decision => {
  if (!childTookPart && !childNotBecause.trim())
    return refused({
      rule: 'PLN-1',
      reason: 'A plan is made with the child.',
      nextStep: 'Tick that the child took part, or write why not.',
    })
  if (parents === 0 && !parentsNotBecause.trim())
    return refused({
      rule: 'PLN-1',
      reason: 'A plan is made with the parents or carers.',
      nextStep: 'Choose those who took part, or write why none did.',
    })
  return allowed
}

/** A part of a plan ends on or after the day on which it begins. */
export const datesInOrder = ({ from, until }: { from: unknown; until: unknown }): Decision =>
  typeof from === 'string' && typeof until === 'string' && from && until && until < from
    ? refused({ rule: 'PLN-1', reason: '“Until” is before “From”.', nextStep: 'Check both dates.' })
    : allowed

/** A goal that removes a barrier names which one, of the same child; no other goal names one [PLN-5, PLN-2]. */
export const namesItsBarrier = ({
  aim,
  child,
  barrier,
}: {
  aim: unknown
  child: string
  barrier: { child: string } | undefined
}): Decision => {
  if (aim === 'barrier' && !barrier)
    return refused({
      rule: 'PLN-5',
      reason: 'A goal that removes a barrier names the barrier.',
      nextStep: 'Choose the barrier, or write it down first.',
    })
  if (aim !== 'barrier' && barrier)
    return refused({
      rule: 'PLN-5',
      reason: 'Only a goal whose aim is a barrier removed names a barrier.',
      nextStep: 'Choose that aim, or take the barrier out.',
    })
  return barrier && barrier.child !== child
    ? refused({
        rule: 'PLN-2',
        reason: 'This barrier is another child’s.',
        nextStep: 'Choose one of this child’s barriers.',
      })
    : allowed
}

/** Who keeps what stands in a child’s way [PLN-2]. */
export const caseworker = caseworkersOnly({
  rule: 'PLN-2',
  reason: 'The co-ordinator and the committee keep the barriers.',
})
