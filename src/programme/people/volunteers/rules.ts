import type { Actor } from '../../../core/access/actor.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import { isCaseworker, ownVolunteerIdOf } from '../roles.ts'

/** Nobody vouches for themselves [ORG-1]. `people` are the accounts of whom it is about. */
export const writtenByAnother = ({ actor, people }: { actor: Actor; people: readonly unknown[] }): Decision =>
  actor.kind === 'person' && people.includes(actor.userId)
    ? refused({
        rule: 'ORG-1',
        reason: 'This is about you, so somebody else must write it down.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

/** Volunteers keep their own availability; the co-ordinator and committee keep everybody’s [VOL-13]. */
export const ownAvailability = ({ actor, volunteerId }: { actor: Actor; volunteerId: unknown }): Decision =>
  isCaseworker(actor) || actor.kind === 'system' || volunteerId === ownVolunteerIdOf(actor)
    ? allowed
    : refused({ rule: 'VOL-13', reason: 'You keep only your own availability.', nextStep: 'Open your own record.' })
