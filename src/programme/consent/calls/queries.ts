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

/**
 * What the holder of a link is shown: since when they wait for a call, if they do, and how the number ends that we have
 * for them.
 */
export const callState = async ({
  query,
  visit,
}: {
  query: Query
  visit: Pick<LinkVisit, 'requestId' | 'guardianId'>
}): Promise<{ waitsSince: Date | null; numberEnds: string | null }> => {
  const [standing] = await query<{ waitsSince: Date | null; digits: string | null }>(
    `select (select asked_at from call_requests where consent_request_id = $1 and status = 'asked') as "waitsSince", (select regexp_replace(mobile, '[^0-9]', '', 'g') from guardians where id = $2) as digits`,
    [visit.requestId, visit.guardianId],
  )
  return { waitsSince: standing?.waitsSince ?? null, numberEnds: standing?.digits?.slice(-SHOWN_DIGITS) || null }
}

/** Enough for somebody to know their own number by, and no more. */
const SHOWN_DIGITS = 3
