import { caseworkersOnly } from '../../people/rules.ts'
import { decidesForChild, signsAsOnRecord, whoDecides } from '../asking/rules.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { ConsentItem } from '../rules.ts'
import type { ConsentWording } from '../wording/wording.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of consent on paper or by telephone ask about. */
export type CaptureFacts = {
  childId: string
  guardianId: string
  mayDecide: boolean
  forCouncil: boolean
  childInCare: boolean
  relationship: string
  childBornOn: CalendarDate | null
  themselves: boolean
  answers: Partial<Record<ConsentItem, 'yes' | 'no'>>
  enteredBy: string | null
  decidedOn: string
  saysResponsible: boolean
  wording: ConsentWording
}

/** Whose work it is, and what everybody else is told [CON-1]. */
export const caseworker = caseworkersOnly({
  rule: 'CON-1',
  reason: 'The co-ordinator and the committee record what was said on paper or by telephone.',
})

/** It was signed or said by whoever decides for the child [CON-8]. */
export const theirParent: Guard<CaptureFacts> = (facts) => decidesForChild(facts)

/** Whoever signs for the council says so, and nobody else does [CON-8]. */
export const asOnRecord: Guard<CaptureFacts> = ({ forCouncil, relationship }) =>
  signsAsOnRecord({ forCouncil, relationship })

/** A yes counts only from somebody who says that they have parental responsibility [CON-8]. */
export const saidResponsible: Guard<CaptureFacts> = ({ saysResponsible, answers }) =>
  saysResponsible || !Object.values(answers).includes('yes')
    ? allowed
    : refused({
        rule: 'CON-8',
        reason:
          'A yes counts only from somebody who says that they have parental responsibility, or signs for the council that has it.',
        nextStep: 'Ask them, and tick that they said so.',
      })

/** At least one point has an answer [CON-2]. */
export const saidSomething: Guard<CaptureFacts> = ({ answers }) =>
  Object.keys(answers).length > 0
    ? allowed
    : refused({
        rule: 'CON-2',
        reason: 'No point has an answer.',
        nextStep: 'Choose yes or no for each point that was spoken of.',
      })

/** Consent is given today or was given earlier [CON-1]. */
export const notAhead: Guard<CaptureFacts> = ({ decidedOn }, { now }) =>
  decidedOn > londonDate(now)
    ? refused({
        rule: 'CON-1',
        reason: 'Consent cannot be given on a day that is still to come.',
        nextStep: 'Check the date.',
      })
    : allowed

/** Until 18 the parents decide, from then on the young person alone [CON-9]. */
export const decidesAtThisAge: Guard<CaptureFacts> = ({ childBornOn, themselves }, { now }) =>
  whoDecides({ childBornOn, themselves, on: londonDate(now) })

/** Four eyes: whoever entered it does not confirm it [CON-1, ORG-1]. */
export const secondPerson: Guard<CaptureFacts> = ({ enteredBy }, { actor }) =>
  actor.kind === 'person' && actor.userId !== enteredBy
    ? allowed
    : refused({
        rule: 'ORG-1',
        reason: 'You entered this yourself, so somebody else must confirm it.',
        nextStep: 'Ask another co-ordinator or committee member to look at the form, or to ring.',
      })
