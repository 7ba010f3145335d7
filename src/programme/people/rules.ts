import type { Actor } from '../../core/access/actor.ts'
import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'
import type { Asked } from '../../core/workflow/workflow.ts'
import { isCaseworker, isCommittee, isTrustee } from './roles.ts'

/** What whoever may not do it is told: by which rule, whose it is, and whom to ask. */
type ForOthers = { rule: string; reason: string; nextStep?: string }

/** A guard that asks nothing but who acts. */
type ActorGuard = (facts: unknown, asked: Pick<Asked, 'actor'>) => Decision

/** The co-ordinator and the committee do it; the software too where `orSoftware` says so. */
export const caseworkersOnly = ({ orSoftware = false, ...words }: ForOthers & { orSoftware?: boolean }): ActorGuard =>
  only({ words, who: (actor) => isCaseworker(actor) || (orSoftware && actor.kind === 'system') })

/** A committee member does it. */
export const committeeOnly = (words: ForOthers): ActorGuard =>
  only({ words: { nextStep: 'Ask a committee member.', ...words }, who: isCommittee })

/** A committee member or a trustee does it. */
export const committeeOrTrusteesOnly = (words: ForOthers): ActorGuard =>
  only({ words, who: (actor) => isCommittee(actor) || isTrustee(actor) })

const only =
  ({ words, who }: { words: ForOthers; who: (actor: Actor) => boolean }): ActorGuard =>
  (_facts, { actor }) =>
    who(actor) ? allowed : refused({ nextStep: 'Ask one of them.', ...words })
