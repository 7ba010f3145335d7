import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import { FOR_THE_COUNCIL } from './relationships.ts'
import { isOfAge } from '../rules.ts'

/** Until the child is 18 the parents decide, from then on the young person alone [CON-9]. */
export const whoDecides = ({
  childBornOn,
  themselves,
  on,
}: {
  childBornOn: CalendarDate | null
  themselves: boolean
  on: CalendarDate
}): Decision => {
  const ofAge = childBornOn !== null && isOfAge({ bornOn: childBornOn, on })
  if (ofAge === themselves) return allowed
  return ofAge
    ? refused({
        rule: 'CON-9',
        reason: 'The child is 18 now, so parents and carers no longer decide.',
        nextStep: 'Ask the young person themselves.',
      })
    : refused({
        rule: 'CON-9',
        reason: 'The young person decides from 18 on.',
        nextStep: 'Until then ask the parents or carers.',
      })
}

/** What is on record of whether somebody may decide for a child. `mayDecide`: all of it together. */
export type Decider = { mayDecide: boolean; themselves: boolean; forCouncil: boolean; childInCare: boolean }

/**
 * Whether somebody may be asked, or answer, for a child; with the reason where the council decides, or the parents and
 * not the council [CON-8].
 */
export const decidesForChild = ({ mayDecide, themselves, forCouncil, childInCare }: Decider): Decision => {
  if (mayDecide) return allowed
  if (!themselves && childInCare && !forCouncil)
    return refused({
      rule: 'CON-8',
      reason: 'This child is in the care of a council, so only somebody who signs for the council can decide.',
      nextStep:
        'Choose the social worker; where there is none yet, enter them among the parents and carers of the family, and tick that they sign for the council.',
    })
  if (!themselves && !childInCare && forCouncil)
    return refused({
      rule: 'CON-8',
      reason: 'This child is not in the care of a council, so the parents decide and nobody signs for the council.',
      nextStep:
        'Choose a parent or carer; or, where a court has given the care to a council, tick that on the child’s record.',
    })
  return refused({
    rule: 'CON-8',
    reason:
      'Only a parent or carer of this child who has parental responsibility, and who may be contacted, can decide.',
    nextStep: 'Choose another parent or carer from the child’s own family.',
  })
}

/** Whoever signs for the council says so, and nobody else does [CON-8]. */
export const signsAsOnRecord = ({
  forCouncil,
  relationship,
}: {
  forCouncil: boolean
  relationship: string
}): Decision => {
  if ((relationship === FOR_THE_COUNCIL) === forCouncil) return allowed
  return forCouncil
    ? refused({
        rule: 'CON-8',
        reason: 'You sign for the council that has parental responsibility.',
        nextStep: `Choose “${FOR_THE_COUNCIL}”.`,
      })
    : refused({
        rule: 'CON-8',
        reason: 'We do not have you on record as somebody who signs for the council.',
        nextStep: 'Choose who you are to the child, or ask us.',
      })
}
