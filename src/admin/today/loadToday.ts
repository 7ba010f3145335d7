import type { Work } from '../../core/access/work.ts'
import { recordReads } from '../../core/audit/record.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { capturesToConfirm, consentRequestsWaiting, consentsEnding } from '../../programme/consent/queues.ts'
import { placesToCheck, suggestionsToAnswer } from '../../programme/directory/queues.ts'
import { handoversToBegin, matchesToComplete, membershipsLapsed } from '../../programme/matching/queues.ts'
import { isMentored } from '../../programme/matching/tellOfConsent.ts'
import { waitingList as childrenWaiting } from '../../programme/matching/waitingList.ts'
import { mergesToLookAt } from '../../programme/merging/queues.ts'
import { logsToRead, meetingsToConfirm } from '../../programme/meetings/queues.ts'
import { accountsToFinish, failedMessages, hasChildren } from '../../programme/people/queues.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { applicationsToConsider, applicationsToDecide, interviewsToHold } from '../../programme/recruitment/applications/queues.ts'
import { referencesOutstanding } from '../../programme/recruitment/references/queues.ts'
import { reviewsDue, versionsToAdopt } from '../../programme/policies/queues.ts'
import { overridesToDecide, vettingEnding, volunteersToClear, wishesToStop } from '../../programme/recruitment/queues.ts'
import { referralsToDecide, referralsToLink, referralsWaitingForMore } from '../../programme/referrals/queues.ts'
import { entriesToComplete } from '../../programme/workingList/queues.ts'

/** The first rows of a queue, and whether there are more. */
export type Queue<Row> = { rows: Row[]; hasMore: boolean }

/** How many rows of a queue stand on Today. */
export const ROWS_ON_TODAY = 5

/**
 * Everything that waits for this person today, each queue asked with the rules of its own area, so that nobody is shown what
 * they may not see. Whose records are shown is recorded before they are given [DAT-1]; when that fails nothing is.
 */
export const loadToday = async ({ work }: { work: Work }) => {
  const asking = { work, limit: ROWS_ON_TODAY + 1 }
  const [meetings, logs, handovers, wishes, referrals, matches, lapsed, consents, captures, endings, applications, interviews, decisions, references, clearances, vetting, overrides, messages, accounts, entries, toLink, waitingForMore, waitingList, merges, suggestions, toCheck, adoptions, reviews, isBegun] = await Promise.all([
    meetingsToConfirm(asking).then(firstRows),
    logsToRead(asking).then(firstRows),
    handoversToBegin(asking).then(firstRows),
    wishesToStop(asking).then(firstRows),
    referralsToDecide(asking).then(firstRows),
    matchesToComplete(asking).then(firstRows),
    membershipsLapsed(asking).then(firstRows),
    consentRequestsWaiting(asking).then(firstRows),
    capturesToConfirm(asking).then(firstRows),
    consentsEnding({ ...asking, among: isMentored }).then(firstRows),
    applicationsToConsider(asking).then(firstRows),
    interviewsToHold(asking).then(firstRows),
    applicationsToDecide(asking).then(firstRows),
    referencesOutstanding(asking).then(firstRows),
    volunteersToClear(asking).then(firstRows),
    vettingEnding(asking).then(firstRows),
    overridesToDecide(asking).then(firstRows),
    failedMessages(asking).then(firstRows),
    accountsToFinish(asking).then(firstRows),
    entriesToComplete(asking).then(firstRows),
    referralsToLink(asking).then(firstRows),
    referralsWaitingForMore(asking).then(firstRows),
    childrenWaiting(asking).then(firstRows),
    mergesToLookAt(asking).then(firstRows),
    suggestionsToAnswer(asking).then(firstRows),
    placesToCheck(asking).then(firstRows),
    versionsToAdopt(asking).then(firstRows),
    reviewsDue(asking).then(firstRows),
    isCaseworker(work.actor) ? hasChildren(work) : true,
  ])
  const applicants = { rows: [...applications.rows, ...interviews.rows, ...decisions.rows] }
  const ofReferrals = { rows: [...referrals.rows, ...waitingForMore.rows] }
  const children = { rows: [...lapsed.rows, ...waitingList.rows, ...endings.rows, ...merges.rows.flatMap(({ keepId, leaveId }) => [{ id: keepId }, { id: leaveId }])] }
  const shown = { 'incoming-referrals': toLink, meetings, 'session-logs': logs, referrals: ofReferrals, matches, 'consent-requests': consents, 'consent-captures': captures, children, handovers, applications: applicants, 'working-list-entries': entries, 'child-merges': merges }
  if (Object.values(shown).some(({ rows }) => rows.length > 0))
    await inTransaction({
      req: work.req,
      work: async () => {
        for (const [collection, { rows }] of Object.entries(shown)) await recordReads({ work, collection, ids: rows.map(({ id }) => id) })
      },
    })
  return { meetings, logs, handovers, wishes, referrals, matches, lapsed, consents, captures, endings, applications, interviews, decisions, references, clearances, vetting, overrides, messages, accounts, entries, toLink, waitingForMore, waitingList, merges, suggestions, toCheck, adoptions, reviews, isBegun: isBegun || entries.rows.length > 0 }
}

/** What waits for one person. */
export type WhatWaits = Awaited<ReturnType<typeof loadToday>>

const firstRows = <Row>(rows: Row[]): Queue<Row> => ({ rows: rows.slice(0, ROWS_ON_TODAY), hasMore: rows.length > ROWS_ON_TODAY })
