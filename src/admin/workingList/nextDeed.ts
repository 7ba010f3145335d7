import type { ListRow } from '../../programme/workingList/list.ts'

/** The one thing to do about a row, by how far the child has come. */
export const nextDeed = ({
  phase,
  entryId,
  childId,
  referralId,
  matchId,
}: Pick<ListRow, 'phase' | 'entryId' | 'childId' | 'referralId' | 'matchId'>): { href: string; words: string } => {
  const child = `/admin/collections/children/${childId ?? ''}`
  if (childId === null) return { href: `/working-list/${entryId ?? ''}/complete`, words: 'Complete' }
  if (phase === 'to-complete') return { href: child, words: 'Complete the record' }
  if (phase === 'not-referred') return { href: '/admin/collections/referrals/create', words: 'Refer' }
  if (phase === 'referred') return { href: `/admin/collections/referrals/${referralId ?? ''}`, words: 'Decide' }
  if (phase === 'waiting')
    return matchId
      ? { href: `/admin/collections/matches/${matchId}`, words: 'See the match' }
      : { href: '/admin/collections/matches/create', words: 'Propose a match' }
  if (phase === 'matched') return { href: `/admin/collections/matches/${matchId ?? ''}`, words: 'See the match' }
  return { href: child, words: 'Open the record' }
}
