import { caseworkersOnly } from '../../people/rules.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of a referee’s answer ask about. */
export type AnswerFacts = {
  referenceId: string
  method: string
  spokenOn: string | null
  takenBy: string | null
  /** Whether the person who acts is the one it is about. */
  isAboutActor: boolean
  isAnswered: boolean
  referenceIsOver: boolean
}

type AnswerGuard = Guard<AnswerFacts>

/** Whose work it is, and what everybody else is told [VOL-6]. */
export const caseworker = caseworkersOnly({
  rule: 'VOL-6',
  reason: 'The co-ordinator and the committee take references by telephone.',
})

/** The referee answers by their own link; by telephone somebody of ours takes it [VOL-6]. */
export const caseworkerOrReferee: AnswerGuard = (facts, asked) =>
  asked.actor.kind === 'link' && asked.actor.holder === 'referee' && asked.actor.recordId === facts.referenceId
    ? allowed
    : caseworker(facts, asked)

/** What came by link and what came by telephone are told apart, with the day of the call [VOL-6]. */
export const asItCame: AnswerGuard = ({ method, spokenOn }, { actor, now }) => {
  if (method !== (actor.kind === 'person' ? 'telephone' : 'link'))
    return refused({
      rule: 'VOL-6',
      reason: 'What a referee wrote comes by their own link alone.',
      nextStep: 'Choose “By telephone”, or send them a link.',
    })
  if (actor.kind === 'person' && (spokenOn === null || spokenOn > londonDate(now)))
    return refused({
      rule: 'VOL-6',
      reason: 'Say on which day you spoke to the referee.',
      nextStep: 'Fill in “Spoken to on”, today or earlier.',
    })
  return allowed
}

/** Nobody looks after what was said of themselves [ORG-1]. */
export const notAboutOneself: AnswerGuard = ({ isAboutActor }) =>
  isAboutActor
    ? refused({ rule: 'ORG-1', reason: 'This reference is about you.', nextStep: 'Ask another committee member.' })
    : allowed

/** A referee is heard once, while it is needed [VOL-6]. */
export const noneYet: AnswerGuard = ({ isAnswered, referenceIsOver }) =>
  isAnswered || referenceIsOver
    ? refused({
        rule: 'VOL-6',
        reason: 'What this referee said is on record already, or is not needed any more.',
        nextStep: 'Open the reference to see how it stands.',
      })
    : allowed

/** What was said by telephone is confirmed by a second person [VOL-6]. */
export const secondPerson: AnswerGuard = ({ takenBy }, { actor }) =>
  actor.kind === 'person' && actor.userId === takenBy
    ? refused({
        rule: 'VOL-6',
        reason: 'You took this reference yourself, so a second person confirms it.',
        nextStep: 'Ask the co-ordinator or a committee member.',
      })
    : allowed
