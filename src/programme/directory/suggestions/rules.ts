import { maySuggest } from '../access.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { caseworkersOnly } from '../../people/rules.ts'
import { suggestionIsWhole, notSaidAlready } from '../rules.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of a suggestion ask about. */
export type SuggestionFacts = {
  kind: unknown
  hasCategory: boolean
  entry: 'listed' | 'gone' | 'none'
  hasOwnOpen: boolean
  suggestedBy: string | null
}

type SuggestionGuard = Guard<SuggestionFacts>

/** Suggestions come from those who use the directory [DIR-1]. */
export const whoUsesIt: SuggestionGuard = (_facts, { actor }) =>
  maySuggest(actor)
    ? allowed
    : refused({
        rule: 'DIR-1',
        reason: 'Suggestions come from those who use the directory.',
        nextStep: 'Ask the co-ordinator.',
      })

/** Whose work it is, and what everybody else is told [DIR-1]. */
export const caseworker = caseworkersOnly({
  rule: 'DIR-1',
  reason: 'The committee and the co-ordinator answer suggestions.',
  nextStep: 'Wait for their answer.',
})

/** Nobody answers their own suggestion [ORG-1]. */
export const notOnesOwn: SuggestionGuard = ({ suggestedBy }, { actor }) =>
  actor.kind === 'person' && actor.userId === suggestedBy
    ? refused({
        rule: 'ORG-1',
        reason: 'You suggested this yourself.',
        nextStep: 'Another of the committee answers it.',
      })
    : allowed

/** A suggestion says all that is needed to follow it [DIR-1]. */
export const whole: SuggestionGuard = (facts) => suggestionIsWhole(facts)

/** The same is suggested once [DIR-1]. */
export const saidOnce: SuggestionGuard = (facts) => notSaidAlready(facts)
