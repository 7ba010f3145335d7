import { LONDON } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'

/**
 * In SQL, the id of the meeting of a match that has begun by a moment and waits for its log, whether or not it was
 * confirmed; null where none does. Of several on one day the confirmed one, then the first; of several days the last
 * [LOG-1]. `on`: that day alone.
 */
export const waitingMeetingSql = ({ match, now, on }: { match: string; now: string; on?: string }): string =>
  `(select w.id from meetings w where w.match_id = ${match} and w.status in ('proposed', 'confirmed') and w.starts_at <= ${now}${on === undefined ? '' : ` and ${DAY} = ${on}`}
     and not exists (select from session_logs l where l.meeting_id = w.id) order by ${DAY} desc, w.status = 'confirmed' desc, w.starts_at, w.id limit 1)`

/** The same, asked by itself. */
export const waitingMeeting = async ({
  query,
  now,
  matchId,
}: {
  query: Query
  now: Date
  matchId: string
}): Promise<string | undefined> => {
  const [row] = await query<{ id: string | null }>(
    `select ${waitingMeetingSql({ match: '$1::uuid', now: '$2::timestamptz' })} as id`,
    [matchId, now.toISOString()],
  )
  return row?.id ?? undefined
}

const DAY = `to_char(w.starts_at at time zone '${LONDON}', 'YYYY-MM-DD')`
