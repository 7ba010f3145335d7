import type { Actor, PersonActor } from '../../core/access/actor.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { allowed, type Decision } from '../../core/errors/refusal.ts'
import { isCaseworker } from '../people/roles.ts'
import { requiredDocumentsOf } from '../policies/queries.ts'
import { CONFIDENTIALITY_AGREEMENT, acceptanceOf, type Acceptance } from '../policies/rules.ts'
import { matchesSeen, type MatchSeen } from './matchesSeen.ts'
import { mayKnowChild, mayKnowOn } from './matches/rules.ts'

type Asking = { query: Query; actor: PersonActor; on: CalendarDate }

/**
 * Whether this person may know background, family and contacts through a match on a date: caseworkers always, a
 * volunteer by MAT-7.
 */
export const mayKnow = async ({
  query,
  actor,
  on,
  matchId,
}: Asking & { matchId: string | null }): Promise<Decision> => {
  if (isCaseworker(actor)) return allowed
  const match = (await matchesSeen({ query, actor, on })).find(({ id }) => id === matchId)
  return mayKnowOn({ match, agreement: match && (await agreementOf({ query, actor, on })), on })
}

/**
 * A volunteer's matches through which they may know a child's background and family on a date [MAT-7]. Nobody's but a
 * volunteer's.
 */
export const matchesKnown = async ({
  query,
  actor,
  on,
}: {
  query: Query
  actor: Actor
  on: CalendarDate
}): Promise<MatchSeen[]> => {
  const seen = await matchesSeen({ query, actor, on })
  if (seen.length === 0 || actor.kind !== 'person') return []
  const agreement = await agreementOf({ query, actor, on })
  return seen.filter((match) => mayKnowOn({ match, agreement, on }).allowed)
}

/**
 * Whether a person’s confidentiality agreement lets them know, on a date, what they see for another reason than a match
 * of their own [MAT-7].
 */
export const agreementHolds = async ({ query, actor, on }: Asking): Promise<Decision> =>
  mayKnowChild({ agreement: await agreementOf({ query, actor, on }) })

const agreementOf = async ({ query, actor, on }: Asking): Promise<Acceptance | undefined> => {
  const [agreement] =
    (await requiredDocumentsOf({ query, userIds: [actor.userId], kind: CONFIDENTIALITY_AGREEMENT })).get(
      actor.userId,
    ) ?? []
  return agreement && acceptanceOf({ document: agreement, on })
}
