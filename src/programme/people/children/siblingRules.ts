import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'

/** Nobody is their own brother or sister. */
export const areTwo = ({ child, sibling }: { child: unknown; sibling: unknown }): Decision =>
  child === sibling
    ? refused({
        rule: 'INPUT',
        reason: 'A child is not their own brother or sister.',
        nextStep: 'Choose another child.',
      })
    : allowed

/** Two children are written down as brothers or sisters once. */
export const writtenDownOnce = ({ isThere }: { isThere: boolean }): Decision =>
  isThere
    ? refused({
        rule: 'INPUT',
        reason: 'These two are written down as brothers or sisters already.',
        nextStep: 'Open the one that is there, and change how they belong together.',
      })
    : allowed
