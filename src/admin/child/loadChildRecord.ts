import type { Work } from '../../core/access/work.ts'
import { recordReads } from '../../core/audit/record.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { consentOfChild } from '../../programme/consent/ofChild.ts'
import { matchesOfChild } from '../../programme/matching/ofChild.ts'
import { joinedRecordsOf } from '../../programme/merging/queries.ts'
import { latestLogs, meetingsAhead } from '../../programme/meetings/queries.ts'
import { childAtHome } from '../../programme/people/children/ofChild.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { planOfChild } from '../../programme/plans/ofChild.ts'
import { referralsOfChild } from '../../programme/referrals/ofChild.ts'

/** How many of the latest logs stand on a child's page. */
const LOGS_SHOWN = 5

/**
 * Everything that belongs to one child, for the co-ordinator and committee; undefined for anybody else. That these
 * records were read is recorded before they are given [DAT-1].
 */
export const loadChildRecord = async ({ work, childId }: { work: Work; childId: string }) => {
  const { actor, query, now } = work
  if (!isCaseworker(actor)) return undefined
  const today = londonDate(now)
  const [home, referred, planned, consent, matches, meetings, logs, joined] = await Promise.all([
    childAtHome({ query, childId }),
    referralsOfChild({ query, childId }),
    planOfChild({ query, childId }),
    consentOfChild({ query, childId, on: today }),
    matchesOfChild({ query, childId }),
    meetingsAhead({ query, actor, now, childId }),
    latestLogs({ query, actor, limit: LOGS_SHOWN, childId }),
    joinedRecordsOf({ query, childId }),
  ])
  if (!home) return undefined
  const shown: Record<string, ReadonlyArray<{ id: string }>> = {
    families: [home.family],
    guardians: home.guardians,
    'key-workers': home.keyWorkers,
    memberships: home.memberships,
    'child-backgrounds': home.background ? [home.background] : [],
    'medical-needs': home.medical ? [home.medical] : [],
    'education-entries': home.education,
    children: [...home.siblings, ...joined.from, ...(joined.to ? [joined.to] : [])],
    'sibling-links': home.siblings.flatMap(({ linkId }) => (linkId ? [{ id: linkId }] : [])),
    plans: planned.plan ? [planned.plan] : [],
    'plan-parts': planned.parts,
    barriers: planned.barriers,
    referrals: referred.referrals,
    goals: referred.goals,
    consents: consent.answerIds.map((id) => ({ id })),
    'consent-requests': consent.waiting,
    matches,
    meetings,
    'session-logs': logs,
  }
  await inTransaction({
    req: work.req,
    work: async () => {
      for (const [collection, records] of Object.entries(shown))
        await recordReads({ work, collection, ids: records.map(({ id }) => id) })
    },
  })
  return { today, home, referred, planned, consent, matches, meetings, logs, joined, childId }
}

/** Everything that belongs to one child. */
export type WhatBelongs = NonNullable<Awaited<ReturnType<typeof loadChildRecord>>>
