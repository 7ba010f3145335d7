import { caseworkersOnly } from '../people/rules.ts'
import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'
import type { Guard } from '../../core/workflow/workflow.ts'

/** What the rules of a row ask about. */
export type EntryFacts = { otherRowOfChild: boolean }

/** Whose work it is, and what everybody else is told [ELG-6]. */
export const caseworker = caseworkersOnly({
  rule: 'ELG-6',
  reason: 'The co-ordinator and the committee keep the working list.',
})

/** A child has one row [ELG-6]. */
export const oneRowAChild: Guard<EntryFacts> = ({ otherRowOfChild }) =>
  otherRowOfChild
    ? refused({
        rule: 'ELG-6',
        reason: 'This child has a row on the working list already.',
        nextStep: 'Keep what you need of both in one, and take the other off the list.',
      })
    : allowed

/** A list is taken in as it was seen, or not at all [ELG-6]. */
export const asItWasSeen = ({ digest, agreedTo }: { digest: string; agreedTo: string }): Decision =>
  digest === agreedTo
    ? allowed
    : refused({
        rule: 'SAVE',
        reason: 'The list has changed since you looked, so nothing was taken in.',
        nextStep: 'Look at the rows once more, and take them in then.',
      })
