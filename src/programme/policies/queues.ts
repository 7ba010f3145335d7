import type { Work } from '../../core/access/work.ts'
import { daysAfter, londonDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import type { Refused } from '../../core/errors/refusal.ts'
import { isCommittee, isTrustee } from '../people/roles.ts'
import { policyVersionWorkflow } from './versions/workflow.ts'

/** A version that is to be looked at again. */
export type VersionToReview = { id: string; policyId: string; title: string; number: string; reviewOn: CalendarDate }

/**
 * The adopted versions whose review date comes up to a day, first the soonest, without those of which a newer version
 * is on its way [POL-5].
 */
export const versionsToReview = ({
  query,
  until,
  limit,
}: {
  query: Query
  until: CalendarDate
  limit: number
}): Promise<VersionToReview[]> =>
  query<VersionToReview>(
    `select v.id, p.id as "policyId", p.title, v.number, v.review_on as "reviewOn" from policy_versions v join policies p on p.id = v.policy_id
     where v.status = 'adopted' and v.review_on <= $1 and not exists (select from policy_versions n where n.policy_id = v.policy_id and n.status in ('proposed', 'scheduled'))
     order by v.review_on, p.title limit $2`,
    [until, limit],
  )

/** The same for Today: what is to be looked at within 60 days or should have been; for the committee [POL-5]. */
export const reviewsDue = async ({ work, limit }: { work: Work; limit: number }): Promise<VersionToReview[]> =>
  isCommittee(work.actor)
    ? versionsToReview({ query: work.query, until: daysAfter({ date: londonDate(work.now), days: 60 }), limit })
    : []

/** A version that waits for somebody to adopt it, or whose day came and which could not be adopted. */
export type VersionToAdopt = {
  id: string
  policyId: string
  title: string
  number: string
  changes: string | null
  adoptsOn: CalendarDate | null
  isTheirs: boolean
  blockers: Refused[]
}

/** Those versions, the oldest first: for committee and trustees [POL-3]. */
export const versionsToAdopt = async ({ work, limit }: { work: Work; limit: number }): Promise<VersionToAdopt[]> => {
  if (!isCommittee(work.actor) && !isTrustee(work.actor)) return []
  const rows = await work.query<
    Omit<VersionToAdopt, 'policyId' | 'isTheirs' | 'blockers'> & {
      status: string
      policy: string
      text: unknown
      author: string | null
      graceUntil: string | null
    }
  >(
    `select v.id, v.status::text as status, v.policy_id as policy, p.title, v.number, v.changes, v.text, v.author_id as author, v.grace_until as "graceUntil", v.adopts_on as "adoptsOn"
     from policy_versions v join policies p on p.id = v.policy_id
     where v.status = 'proposed' or (v.status = 'scheduled' and v.adopts_on < $1) order by v.updated_at, v.id limit $2`,
    [londonDate(work.now), limit],
  )
  const obstacles = await policyVersionWorkflow.obstacles({ work, records: rows, action: 'adopt' })
  return rows.map(({ id, policy, title, number, changes, adoptsOn }, index) => ({
    id,
    policyId: policy,
    title,
    number,
    changes,
    adoptsOn,
    isTheirs: obstacles[index]?.isTheirs ?? false,
    blockers: obstacles[index]?.blockers ?? [],
  }))
}
