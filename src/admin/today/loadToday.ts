import type { Work } from '../../core/access/work.ts'
import { recordReads } from '../../core/audit/record.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { consentRequestsWaiting } from '../../programme/consent/queues.ts'
import { matchesToComplete, membershipsLapsed } from '../../programme/matching/queues.ts'
import { logsToRead, meetingsToConfirm } from '../../programme/meetings/queues.ts'
import { accountsToFinish, failedMessages, hasChildren } from '../../programme/people/queues.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { vettingEnding } from '../../programme/recruitment/queues.ts'
import { referralsToDecide } from '../../programme/referrals/queues.ts'

/** The first rows of a queue, and whether there are more. */
export type Queue<Row> = { rows: Row[]; hasMore: boolean }

/** How many rows of a queue stand on Today. */
export const ROWS_ON_TODAY = 8

/**
 * Everything that waits for this person today, each queue asked with the rules of its own area, so that nobody is shown what
 * they may not see. Whose records are shown is recorded before they are given [DAT-1]; when that fails nothing is.
 */
export const loadToday = async ({ work }: { work: Work }) => {
  const asking = { work, limit: ROWS_ON_TODAY + 1 }
  const [meetings, logs, referrals, matches, lapsed, consents, vetting, messages, accounts, isBegun] = await Promise.all([
    meetingsToConfirm(asking).then(firstRows),
    logsToRead(asking).then(firstRows),
    referralsToDecide(asking).then(firstRows),
    matchesToComplete(asking).then(firstRows),
    membershipsLapsed(asking).then(firstRows),
    consentRequestsWaiting(asking).then(firstRows),
    vettingEnding(asking).then(firstRows),
    failedMessages(asking).then(firstRows),
    accountsToFinish(asking).then(firstRows),
    isCaseworker(work.actor) ? hasChildren(work) : true,
  ])
  const shown = { meetings, 'session-logs': logs, referrals, matches, children: lapsed, 'consent-requests': consents }
  if (Object.values(shown).some(({ rows }) => rows.length > 0))
    await inTransaction({
      req: work.req,
      work: async () => {
        for (const [collection, { rows }] of Object.entries(shown)) await recordReads({ work, collection, ids: rows.map(({ id }) => id) })
      },
    })
  return { meetings, logs, referrals, matches, lapsed, consents, vetting, messages, accounts, isBegun }
}

/** What waits for one person. */
export type WhatWaits = Awaited<ReturnType<typeof loadToday>>

const firstRows = <Row>(rows: Row[]): Queue<Row> => ({ rows: rows.slice(0, ROWS_ON_TODAY), hasMore: rows.length > ROWS_ON_TODAY })
