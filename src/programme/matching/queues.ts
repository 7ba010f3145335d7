import type { Work } from '../../core/access/work.ts'
import { londonDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import type { Refused } from '../../core/errors/refusal.ts'
import { childName } from '../people/names.ts'
import { isCaseworker } from '../people/roles.ts'
import { handoverWorkflow } from './handovers/workflow.ts'
import { matchWorkflow } from './matches/workflow.ts'

/** A proposed match with what is still missing before it may start, in the order of the readiness list. */
export type MatchToComplete = {
  id: string
  rowVersion: number
  childId: string
  childName: string
  volunteerName: string
  startsOn: CalendarDate
  isTheirs: boolean
  blockers: Refused[]
}

/**
 * The matches that are proposed and not started, the soonest first, `limit` at most; for the co-ordinator and committee
 * alone [MAT-2].
 */
export const matchesToComplete = async ({ work, limit }: { work: Work; limit: number }): Promise<MatchToComplete[]> => {
  if (!isCaseworker(work.actor)) return []
  const rows = await work.query<Row>(
    `select m.id, m.status::text as status, m.row_version::float8 as "rowVersion", m.child_id as child, m.volunteer_id as volunteer, m.proposed_by_id as "proposedBy", m.chosen_by_id as "chosenBy", m.steps_by as "stepsBy", m.starts_on as "startsOn", ${childName.inFull('c')} as "childName", v.name as "volunteerName",
       m.committee_contact_id as "committeeContact", m.goals_set_on as "goalsSetOn", m.parents_met_by_id as "parentsMetBy", m.parents_met_on as "parentsMetOn", m.school::text as school, m.school_reason as "schoolReason",
       m.introduced_on as "introducedOn", m.first_review_on as "firstReviewOn", m.child_agreed_on as "childAgreedOn", m.risk_accepted_on as "riskAcceptedOn", m.risk_accepted_by_id as "riskAcceptedBy"
     from matches m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id
     where m.status = 'proposed' order by m.starts_on, m.created_at limit $1`,
    [limit],
  )
  const obstacles = await matchWorkflow.obstacles({ work, records: rows, action: 'start' })
  return rows.map(({ id, rowVersion, child, childName, volunteerName, startsOn }, index) => ({
    id,
    rowVersion,
    childId: child,
    childName,
    volunteerName,
    startsOn,
    isTheirs: obstacles[index]?.isTheirs ?? false,
    blockers: obstacles[index]?.blockers ?? [],
  }))
}

/** A child who is mentored and whose membership of the club has lapsed. Nothing ends by it [ELG-1]. */
export type MembershipLapsed = { id: string; childName: string; lapsedOn: CalendarDate | null }

/**
 * The children of active matches who are no member today, the longest lapsed first, `limit` at most; for the
 * co-ordinator and committee alone [ELG-1].
 */
export const membershipsLapsed = async ({
  work,
  limit,
}: {
  work: Work
  limit: number
}): Promise<MembershipLapsed[]> => {
  if (!isCaseworker(work.actor)) return []
  return work.query<MembershipLapsed>(
    `select c.id, ${childName.inFull('c')} as "childName", (select max(until) from memberships where child_id = c.id and until < $1) as "lapsedOn"
     from matches m join children c on c.id = m.child_id
     where m.status = 'active' and not exists (select from memberships where child_id = c.id and since <= $1 and (until is null or $1 <= until))
     order by "lapsedOn" nulls first, c.name limit $2`,
    [londonDate(work.now), limit],
  )
}

type Row = RecordData & {
  id: string
  rowVersion: number
  child: string
  childName: string
  volunteerName: string
  startsOn: CalendarDate
}

/** A hand-over that has not begun, or is under way. */
export type HandoverOpen = {
  id: string
  rowVersion: number
  childId: string
  childName: string
  volunteerName: string
  neededSince: CalendarDate
  contactName: string
  isOwn: boolean
  isTheirs: boolean
  blockers: Refused[]
}

/**
 * The hand-overs that have to begin, one's own as committee contact first, then the oldest, `limit` at most: for the
 * co-ordinator and committee [VOL-11].
 */
export const handoversToBegin = (asking: Asking): Promise<HandoverOpen[]> =>
  handoversIn({ ...asking, status: 'needed', action: 'begin' })

/** Those that are under way, in the same order: until somebody says to whom the child was handed over [VOL-11]. */
export const handoversBegun = (asking: Asking): Promise<HandoverOpen[]> =>
  handoversIn({ ...asking, status: 'begun', action: 'finish' })

type Asking = { work: Work; limit: number }

const handoversIn = async ({
  work,
  limit,
  status,
  action,
}: Asking & { status: string; action: string }): Promise<HandoverOpen[]> => {
  const { actor, query } = work
  if (!isCaseworker(actor) || actor.kind !== 'person') return []
  const rows = await query<Omit<HandoverOpen, 'isTheirs' | 'blockers'> & { status: string; match: string }>(
    `select h.id, h.row_version::float8 as "rowVersion", h.status::text as status, h.match_id as match, c.id as "childId", ${childName.spoken('c')} as "childName", v.name as "volunteerName", h.needed_since as "neededSince", u.name as "contactName", h.contact_id = $1 as "isOwn"
     from handovers h join matches m on m.id = h.match_id join children c on c.id = h.child_id join volunteers v on v.id = m.volunteer_id join users u on u.id = h.contact_id
     where h.status::text = $3 order by h.contact_id = $1 desc, h.needed_since, c.name limit $2`,
    [actor.userId, limit, status],
  )
  const obstacles = await handoverWorkflow.obstacles({ work, records: rows, action })
  return rows.map(({ id, rowVersion, childId, childName, volunteerName, neededSince, contactName, isOwn }, index) => ({
    id,
    rowVersion,
    childId,
    childName,
    volunteerName,
    neededSince,
    contactName,
    isOwn,
    isTheirs: obstacles[index]?.isTheirs ?? false,
    blockers: obstacles[index]?.blockers ?? [],
  }))
}
