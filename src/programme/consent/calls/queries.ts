import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import type { Query } from '../../../core/database/query.ts'
import type { LinkVisit } from '../asking/linkVisits.ts'

/**
 * Takes down, in the caller's transaction, that the holder of a link wants to be rung. A refusal (409) where they asked
 * already [MAT-12].
 */
export const askForCall = async ({
  work,
  visit,
  number,
  bestTime,
  words,
}: {
  work: Work
  visit: Pick<LinkVisit, 'requestId' | 'guardianId'>
  number?: string
  bestTime?: string
  words?: string
}): Promise<void> => {
  await asSystem(work, { reason: 'a parent asked for a call by their link' }).create({
    collection: 'call-requests',
    data: {
      guardian: visit.guardianId,
      consentRequest: visit.requestId,
      number: number || null,
      bestTime: bestTime || null,
      words: words || null,
    },
  })
}

/** The same for the form on paper, by post. `where`: to which address, where it is another than on record [CON-1]. */
export const askForPaper = async ({
  work,
  visit,
  where,
}: {
  work: Work
  visit: Pick<LinkVisit, 'requestId' | 'guardianId'>
  where?: string
}): Promise<void> => {
  await asSystem(work, { reason: 'a parent asked for the form on paper by their link' }).create({
    collection: 'call-requests',
    data: { guardian: visit.guardianId, consentRequest: visit.requestId, wish: 'paper', words: where || null },
  })
}

/**
 * What the holder of a link is shown: since when they wait for a call or for the form on paper, if they do, and how the number ends that we have
 * for them.
 */
export const callState = async ({
  query,
  visit,
}: {
  query: Query
  visit: Pick<LinkVisit, 'requestId' | 'guardianId'>
}): Promise<{ waitsSince: Date | null; waitsFor: 'call' | 'paper' | null; numberEnds: string | null }> => {
  const [standing] = await query<{
    waitsSince: Date | null
    waitsFor: 'call' | 'paper' | null
    digits: string | null
  }>(
    `select k.asked_at as "waitsSince", k.wish::text as "waitsFor", regexp_replace(g.mobile, '[^0-9]', '', 'g') as digits from guardians g left join call_requests k on k.consent_request_id = $1 and k.status = 'asked' where g.id = $2`,
    [visit.requestId, visit.guardianId],
  )
  return {
    waitsSince: standing?.waitsSince ?? null,
    waitsFor: standing?.waitsFor ?? null,
    numberEnds: standing?.digits?.slice(-SHOWN_DIGITS) || null,
  }
}

/** Enough for somebody to know their own number by, and no more. */
const SHOWN_DIGITS = 3
