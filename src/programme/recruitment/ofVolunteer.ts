import type { Query } from '../../core/database/query.ts'
import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'
import type { Asked } from '../../core/workflow/workflow.ts'
import { isCaseworker, isCommittee } from '../people/roles.ts'

/** Facts about whose record something is. */
export type OwnFacts = { ownUserId: string | null }

/** The account of a volunteer; null where there is none. */
export const accountOfVolunteer = async ({
  query,
  volunteerId,
}: {
  query: Query
  volunteerId: unknown
}): Promise<string | null> => {
  const [volunteer] = await query<{ user_id: string | null }>('select user_id from volunteers where id = $1', [
    volunteerId,
  ])
  return volunteer?.user_id ?? null
}

/** Only the co-ordinator and the committee keep what clears volunteers [VOL-3]. */
export const caseworker = (_facts: unknown, { actor }: Asked): Decision =>
  isCaseworker(actor) || actor.kind === 'system'
    ? allowed
    : refused({
        rule: 'VOL-3',
        reason: 'Only the co-ordinator and the committee keep this.',
        nextStep: 'Ask one of them.',
      })

/** Only a committee member decides this [VOL-5]. */
export const committee = (_facts: unknown, { actor }: Asked): Decision =>
  isCommittee(actor)
    ? allowed
    : refused({ rule: 'VOL-5', reason: 'A committee member decides this.', nextStep: 'Ask a committee member.' })

/** Nobody vouches for themselves [ORG-1]. */
export const notAboutOneself = ({ ownUserId }: OwnFacts, { actor }: Asked): Decision =>
  actor.kind === 'person' && ownUserId === actor.userId
    ? refused({
        rule: 'ORG-1',
        reason: 'This is about you, so somebody else must do it.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

/** Whether the person acting is the volunteer whom it is about. */
export const isOneself = ({ ownUserId }: OwnFacts, { actor }: Pick<Asked, 'actor'>): boolean =>
  actor.kind === 'person' && ownUserId === actor.userId
