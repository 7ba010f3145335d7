import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import type { Acceptance } from '../../policies/rules.ts'
import { missingForClearance, type ClearanceFacts } from '../../recruitment/rules.ts'

/**
 * What decides whether a match lets its volunteer see the child. `clearance` is the volunteer's; undefined is nobody's.
 */
export type SightFacts = {
  status: string
  endsOn: CalendarDate | null
  chosen: boolean
  clearance: ClearanceFacts | undefined
}

/**
 * Whether a match lets its volunteer see the child on a date: while it is active, or while it is proposed, the
 * committee chose
 * them, and everything that clears a volunteer holds [MAT-7, VOL-3].
 */
export const seesChild = ({
  facts: { status, endsOn, chosen, clearance },
  on,
}: {
  facts: SightFacts
  on: CalendarDate
}): Decision => {
  if (status === 'active') return endsOn === null || on <= endsOn ? allowed : notYours('This match has ended.')
  if (status !== 'proposed' || !chosen)
    return notYours('You are not matched with this child, and the committee has not chosen you for them.')
  return clearance
    ? (missingForClearance({ facts: clearance, on })[0] ?? allowed)
    : notYours('Nothing is known of your clearance.')
}

/**
 * Whether a volunteer who sees a child may also see the child's background and the family's contacts: while their
 * confidentiality
 * agreement is current [MAT-7]. `agreement` is where they stand with it today, undefined while the charity has adopted
 * none.
 */
export const mayKnowChild = ({ agreement }: { agreement: Acceptance | undefined }): Decision => {
  if (!agreement)
    return refused({
      rule: 'MAT-7',
      reason: 'The committee has not adopted a confidentiality agreement yet, so nothing about the child can be shown.',
      nextStep: 'Ask the co-ordinator.',
    })
  return agreement.state === 'missing'
    ? refused({
        rule: 'MAT-7',
        reason: 'You have not accepted the confidentiality agreement as it stands now.',
        nextStep: 'Read and accept it under Policies. Then everything is shown here again.',
      })
    : allowed
}

/**
 * The one question of MAT-7, asked wherever a volunteer is about to learn something of a child or a family through a
 * match: may they
 * know it on this day? They see the child then, through this match, and their confidentiality agreement is current.
 */
export const mayKnowOn = ({
  match,
  agreement,
  on,
}: {
  match: SightFacts | undefined
  agreement: Acceptance | undefined
  on: CalendarDate
}): Decision => {
  const sight = match ? seesChild({ facts: match, on }) : notYours('You are not matched with this child.')
  return sight.allowed ? mayKnowChild({ agreement }) : sight
}

/**
 * Whether somebody who comes along to a meeting as its second volunteer sees on a date whom it is with, where it is and
 * whom to ring: on its day, while it may still take place [MAT-7, MTG-3].
 */
export const seesAsSecond = ({
  meeting: { meetsOn, status },
  on,
}: {
  meeting: { meetsOn: CalendarDate; status: string }
  on: CalendarDate
}): Decision =>
  meetsOn === on && (status === 'proposed' || status === 'confirmed')
    ? allowed
    : notYours('You come along to this meeting, and see more of it on its day alone.')

const notYours = (reason: string): Decision => refused({ rule: 'MAT-7', reason, nextStep: 'Ask the co-ordinator.' })
