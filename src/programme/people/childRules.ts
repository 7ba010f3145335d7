import type { StoringRule } from '../../core/access/storing.ts'
import { sameValue } from '../../core/audit/differences.ts'
import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'
import type { Actor } from '../../core/access/actor.ts'
import { isCommittee } from './roles.ts'

/** Who picks a child's stages: the committee. The years guide and refuse nobody [STG-1]. */
export const mayPickStages = ({ actor, before, after }: { actor: Actor; before: unknown; after: unknown }): Decision =>
  sameValue(before, after) || actor.kind === 'system' || isCommittee(actor)
    ? allowed
    : refused({ rule: 'STG-1', reason: 'The committee picks the stage of a child.', nextStep: 'Leave the stage as it is and ask a committee member.' })

/** What is asked before a child's record is stored, whatever the door. */
export const mayStoreChild: StoringRule = ({ work, before, after }) => mayPickStages({ actor: work.actor, before: before.stages, after: after.stages })
