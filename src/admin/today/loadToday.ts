import type { Work } from '../../core/access/work.ts'
import { recordReads } from '../../core/audit/record.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { callsToMake, capturesToConfirm, consentRequestsWaiting, consentsEnding } from '../../programme/consent/queues.ts'
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
import { translationsToAdopt } from '../../programme/policies/translationQueue.ts'
import { overridesToDecide, vettingEnding, volunteersToClear, wishesToStop } from '../../programme/recruitment/queues.ts'
import { referralsToDecide, referralsToLink, referralsWaitingForMore } from '../../programme/referrals/queues.ts'
import { entriesToComplete } from '../../programme/workingList/queues.ts'

/** The first rows of a queue, and whether there are more. */
export type Queue<Row> = { rows: Row[]; hasMore: boolean }

/** How many rows of a queue stand on Today. */
export const ROWS_ON_TODAY = 5

/** Every queue of Today by its name, each asked with the rules of its own area, so that nobody is given what they may not see. */
export const TODAYS_QUEUES = {
  meetings: meetingsToConfirm,
  logs: logsToRead,
  handovers: handoversToBegin,
  wishes: wishesToStop,
  referrals: referralsToDecide,
  matches: matchesToComplete,
  lapsed: membershipsLapsed,
  consents: consentRequestsWaiting,
  calls: callsToMake,
  captures: capturesToConfirm,
  endings: (asking: Asking) => consentsEnding({ ...asking, among: isMentored }),
  applications: applicationsToConsider,
  interviews: interviewsToHold,
  decisions: applicationsToDecide,
  references: referencesOutstanding,
  clearances: volunteersToClear,
  vetting: vettingEnding,
  overrides: overridesToDecide,
  messages: failedMessages,
  accounts: accountsToFinish,
  entries: entriesToComplete,
  toLink: referralsToLink,
  waitingForMore: referralsWaitingForMore,
  waitingList: childrenWaiting,
  merges: mergesToLookAt,
  suggestions: suggestionsToAnswer,
  toCheck: placesToCheck,
  adoptions: versionsToAdopt,
  translations: translationsToAdopt,
  reviews: reviewsDue,
} satisfies Readonly<Record<string, (asking: Asking) => Promise<readonly unknown[]>>>

/** The name of a queue of Today. */
export type QueueName = keyof typeof TODAYS_QUEUES

type Queues = { [Name in QueueName]: Queue<Awaited<ReturnType<(typeof TODAYS_QUEUES)[Name]>>[number]> }

/** What waits for one person, and whether the programme has begun for them: whether there is any child, or any row to make one of. */
export type WhatWaits = Queues & { isBegun: boolean }

/**
 * Everything that waits for this person today. Whose records are shown is recorded before they are given [DAT-1]; when that fails
 * nothing is.
 */
export const loadToday = async ({ work }: { work: Work }): Promise<WhatWaits> => {
  const [isBegun, queues] = await Promise.all([isCaseworker(work.actor) ? hasChildren(work) : true, queuesOf(work)])
  const { applications, interviews, decisions, referrals, waitingForMore, lapsed, waitingList, endings, merges } = queues
  const applicants = { rows: [...applications.rows, ...interviews.rows, ...decisions.rows] }
  const ofReferrals = { rows: [...referrals.rows, ...waitingForMore.rows] }
  const children = { rows: [...lapsed.rows, ...waitingList.rows, ...endings.rows, ...merges.rows.flatMap(({ keepId, leaveId }) => [{ id: keepId }, { id: leaveId }])] }
  const shown = { 'incoming-referrals': queues.toLink, meetings: queues.meetings, 'session-logs': queues.logs, referrals: ofReferrals, matches: queues.matches, 'consent-requests': queues.consents, 'call-requests': queues.calls, 'consent-captures': queues.captures, children, handovers: queues.handovers, applications: applicants, 'working-list-entries': queues.entries, 'child-merges': merges }
  if (Object.values(shown).some(({ rows }) => rows.length > 0))
    await inTransaction({
      req: work.req,
      work: async () => {
        for (const [collection, { rows }] of Object.entries(shown)) await recordReads({ work, collection, ids: rows.map(({ id }) => id) })
      },
    })
  return { ...queues, isBegun: isBegun || queues.entries.rows.length > 0 }
}

type Asking = { work: Work; limit: number }

const queuesOf = async (work: Work): Promise<Queues> => {
  const asking = { work, limit: ROWS_ON_TODAY + 1 }
  const asked = await Promise.all(Object.entries(TODAYS_QUEUES).map(async ([name, ask]) => [name, firstRows<unknown>(await ask(asking))] as const))
  return Object.fromEntries(asked) as Queues
}

const firstRows = <Row>(rows: Row[]): Queue<Row> => ({ rows: rows.slice(0, ROWS_ON_TODAY), hasMore: rows.length > ROWS_ON_TODAY })
