import type { PagePart } from '../../../core/house/recordPage.ts'
import { matches } from '../../matching/matches/Matches.ts'
import { children } from '../../people/children/Children.ts'
import { isCaseworker } from '../../people/roles.ts'
import { referrals } from '../../referrals/decisions/Referrals.ts'
import { firstMeetingFacts } from './facts.ts'
import { pathToFirstMeeting } from './rules.ts'

/**
 * On the pages of a referral, its child and its match: the way to the first meeting, until there is one. Nothing where
 * the child was declined or has left.
 */
export const pathParts: readonly PagePart[] = [
  { of: children, load: ({ work, id, record }) => pathOf({ work, childId: record.mergedInto ? undefined : id }) },
  { of: referrals, load: ({ work, record }) => pathOf({ work, childId: record.child }) },
  { of: matches, load: ({ work, record }) => pathOf({ work, childId: record.child }) },
]

const pathOf = async ({
  work,
  childId,
}: Pick<Parameters<PagePart['load']>[0], 'work'> & { childId: unknown }): ReturnType<PagePart['load']> => {
  if (!isCaseworker(work.actor) || typeof childId !== 'string') return undefined
  const facts = await firstMeetingFacts({ work, childId })
  const isOver = facts?.referral?.status === 'declined' || facts?.referral?.status === 'finished'
  if (!facts || isOver || (facts.match?.status === 'active' && facts.meeting?.isConfirmed)) return undefined
  if (facts.referral === null && facts.match === null) return undefined
  return { jobs: [{ title: 'The way to the first meeting', tasks: pathToFirstMeeting(facts) }] }
}
