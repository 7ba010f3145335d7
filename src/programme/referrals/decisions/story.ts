import type { Work } from '../../../core/access/work.ts'
import { recordReads } from '../../../core/audit/record.ts'
import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { likelyChildren } from '../incoming/likelyChildren.ts'
import { wordsOn, type Words } from '../incoming/words.ts'

/** What belongs to a referral beside its own record. */
export type ReferralStory = {
  words: Words[]
  voices: Array<{ id: string; kind: 'accept' | 'over-capacity'; name: string; reason: string | null; at: Date }>
  views: Array<{ id: string; name: string; status: string }>
  /** The children on record, those that it may be about first; only for what came from outside and is not linked. */
  children: Array<{ id: string; name: string; bornOn: CalendarDate | null; isLikely: boolean }>
}

/**
 * Everything about one referral, for those alone who may read it. That it is shown is recorded first [DAT-1]; when that
 * fails nothing is.
 */
export const loadReferralStory = async ({
  work,
  referral,
  incoming,
}: {
  work: Work
  referral?: string
  incoming?: string
}): Promise<ReferralStory> => {
  const { query } = work
  const words = await wordsOn({ query, referral, incoming })
  await recordReads({ work, collection: 'referral-words', ids: words.map(({ id }) => id) })
  if (referral === undefined)
    return {
      words,
      voices: [],
      views: [],
      children: incoming === undefined ? [] : await likelyChildren({ query, incoming }),
    }
  return {
    words,
    voices: await query(
      'select v.id, v.kind::text as kind, u.name, v.reason, v.created_at as at from referral_voices v join users u on u.id = v.by_id where v.referral_id = $1 order by v.created_at',
      [referral],
    ),
    views: await query(
      'select id, name, status::text as status from view_requests where referral_id = $1 order by created_at',
      [referral],
    ),
    children: [],
  }
}
