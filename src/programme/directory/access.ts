import type { Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { isCaseworker, volunteerIdOf } from '../people/roles.ts'

/** Which entries a person reads: the committee and the co-ordinator all, volunteers those that are listed. */
export const mayReadEntries = (actor: Actor): boolean | Where =>
  isCaseworker(actor) ? true : volunteerIdOf(actor) === undefined ? false : { status: { equals: 'listed' } }

/** Which suggestions a person reads: the committee and the co-ordinator all, volunteers their own. */
export const mayReadSuggestions = (actor: Actor): boolean | Where =>
  isCaseworker(actor)
    ? true
    : actor.kind === 'person' && volunteerIdOf(actor) !== undefined
      ? { suggestedBy: { equals: actor.userId } }
      : false

/** Who may suggest something: whoever uses the directory. */
export const maySuggest = (actor: Actor): boolean => isCaseworker(actor) || volunteerIdOf(actor) !== undefined
