import type { Query } from '../database/query.ts'

/** What is written on a message after an attempt. */
export type Outcome =
  | { state: 'sent' }
  | { state: 'waiting'; problem: string }
  | { state: 'failed'; problem: string }
  | { state: 'cancelled'; problem: string }

/** Writes what became of an attempt. A message that was sent stays sent. */
export const recordOutcome = async ({
  query,
  id,
  outcome,
  now,
}: {
  query: Query
  id: string
  outcome: Outcome
  now: Date
}): Promise<void> => {
  const sent = outcome.state === 'sent'
  await query(
    `update notifications
     set state = $2, last_problem = case when bounced_at is null then $3 else last_problem end, sent_at = case when $4 then $5::timestamptz else sent_at end, updated_at = $5::timestamptz
     where id = $1 and state <> 'sent'`,
    [id, outcome.state, sent ? null : outcome.problem, sent, now.toISOString()],
  )
}
