/**
 * Why something may not be done: the rule's id, the reason in plain words, and what to do next. Where the next step is
 * a new record about the same child, `adds` names its collection, so that a page can lead there. Where one field of the
 * record must be changed, `field` names it, so that a form can say it there.
 */
export type Refused = { allowed: false; rule: string; reason: string; nextStep: string; adds?: string; field?: string }

/** The answer of a rule: allowed, or refused with words fit to show to the person. */
export type Decision = { allowed: true } | Refused

/** The answer of a rule that has nothing against it. */
export const allowed: Decision = { allowed: true }

/** The answer of a rule that says no. */
export const refused = ({ rule, reason, nextStep, adds, field }: Omit<Refused, 'allowed'>): Refused => ({
  allowed: false,
  rule,
  reason,
  nextStep,
  ...(adds === undefined ? {} : { adds }),
  ...(field === undefined ? {} : { field }),
})

/** The first refusal among several answers, or that all is allowed. */
export const firstRefusal = (decisions: readonly Decision[]): Decision =>
  decisions.find((decision) => !decision.allowed) ?? allowed

/** Every refusal among several answers: what still stands in the way. */
export const refusalsAmong = (decisions: readonly Decision[]): Refused[] =>
  decisions.filter((decision): decision is Refused => !decision.allowed)

/** One sentence or two for a person: the reason and what to do next. */
export const refusalSentence = ({ reason, nextStep }: Pick<Refused, 'reason' | 'nextStep'>): string =>
  `${reason} ${nextStep}`.trim()
