import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import type { Query } from '../../../core/database/query.ts'
import type { WordKind } from './ReferralWords.ts'

/** A piece of what was written about a referral. */
export type Words = { id: string; kind: WordKind; about: string; text: string; saidBy: string; saidAt: Date }

/** Keeps a piece of what was written about a referral, beside what stands there already. */
export const keepWords = async ({
  work,
  ...words
}: {
  work: Work
  kind: WordKind
  about: string
  text: string
  saidBy: string
  incoming?: string
  referral?: string
}): Promise<void> => {
  await asSystem(work, { reason: 'words on a referral are kept' }).create({
    collection: 'referral-words',
    data: { ...words, saidAt: work.now.toISOString() },
  })
}

/**
 * Everything that was written about a referral, or about what came from outside, in its order; for those alone who may
 * read it.
 */
export const wordsOn = ({
  query,
  referral,
  incoming,
}: {
  query: Query
  referral?: string
  incoming?: string
}): Promise<Words[]> =>
  query<Words>(
    `select id, kind::text as kind, about, text, said_by as "saidBy", said_at as "saidAt" from referral_words
     where referral_id = $1 or incoming_id = coalesce($2, (select incoming_id from referrals where id = $1)) order by said_at, created_at limit 200`,
    [referral ?? null, incoming ?? null],
  )
