import { whatFollowsFromStopping } from './activity/whatFollows.ts'
import type { Work } from '../../core/access/work.ts'
import { daysAfter, londonDate } from '../../core/clock/londonDates.ts'
import type { Refused } from '../../core/errors/refusal.ts'
import { isCaseworker, isCommittee } from '../people/roles.ts'
import { capacityOverrideWorkflow } from './capacity/workflow.ts'
import { clearanceEndings, WARNED_DAYS_BEFORE, type ClearanceEnding } from './activity/endings.ts'
import { clearanceFactsOf } from './queries.ts'
import { notPlainlyCleared, type VolunteerInOrder } from './vetting/plainlyCleared.ts'
import { missingToBecomeActive } from './rules.ts'

/** Something that clears a volunteer and ends soon, or has ended. */
export type VettingEnding = ClearanceEnding & { id: string; hasEnded: boolean }

type Asking = { work: Work; limit: number }

/**
 * The DBS checks that end within 60 days or have ended, first the soonest, `limit` at most; for the co-ordinator and
 * committee alone [VOL-6].
 */
export const checksEnding = (asking: Asking): Promise<VettingEnding[]> => endingSoon({ ...asking, of: 'checks' })

/** The same of safeguarding and further training, which is to be organised again [VOL-9, ORG-2]. */
export const trainingEnding = (asking: Asking): Promise<VettingEnding[]> => endingSoon({ ...asking, of: 'training' })

const endingSoon = async ({ work, limit, of }: Asking & { of: 'checks' | 'training' }): Promise<VettingEnding[]> => {
  if (!isCaseworker(work.actor)) return []
  const today = londonDate(work.now)
  const endings = await clearanceEndings({
    query: work.query,
    until: daysAfter({ date: today, days: WARNED_DAYS_BEFORE[0] }),
    limit,
    of,
  })
  return endings.map((ending) => ({ ...ending, id: ending.recordId, hasEnded: ending.validUntil < today }))
}

/** A volunteer who is not cleared today, or is and may be made active. */
export type VolunteerToClear = {
  id: string
  rowVersion: number
  name: string
  standing: 'joining' | 'active'
  isOneself: boolean
  missing: Refused[]
}

/**
 * The volunteers who lack something today, and those who may be made active; who is being cleared first, then by name,
 * `limit`
 * at most: for the co-ordinator and committee [VOL-3]. They are looked at some at a time, until enough are found.
 */
export const volunteersToClear = async ({
  work,
  limit,
}: {
  work: Work
  limit: number
}): Promise<VolunteerToClear[]> => {
  const { actor, query, now } = work
  if (!isCaseworker(actor) || actor.kind !== 'person') return []
  const on = londonDate(now)
  const found: VolunteerToClear[] = []
  let after: VolunteerInOrder | undefined
  for (;;) {
    const next = await notPlainlyCleared({ query, on, after, limit })
    const facts = await clearanceFactsOf({ query, volunteerIds: next.map(({ id }) => id) })
    const looked = next.map(({ userId, ...volunteer }) => ({
      ...volunteer,
      isOneself: userId === actor.userId,
      missing: missingToBecomeActive({ facts: known(facts.get(volunteer.id)), on }),
    }))
    found.push(...looked.filter(({ standing, missing }) => standing === 'joining' || missing.length > 0))
    after = next.at(-1)
    if (found.length >= limit || next.length < limit) return found.slice(0, limit)
  }
}

/** A volunteer's wish to pause or leave that waits. */
export type WishToStop = {
  id: string
  rowVersion: number
  volunteerId: string
  name: string
  wish: 'pause' | 'leave'
  words: string | null
  askedAt: Date
  isOneself: boolean
  /** What follows at once if it is carried out. */
  follows: string[]
}

/** The wishes to pause or leave, the oldest first, `limit` at most: for the co-ordinator and committee [VOL-11]. */
export const wishesToStop = async ({ work, limit }: { work: Work; limit: number }): Promise<WishToStop[]> => {
  const { actor, query } = work
  if (!isCaseworker(actor) || actor.kind !== 'person') return []
  const wishes = await query<Omit<WishToStop, 'follows'>>(
    `select r.id, r.row_version::float8 as "rowVersion", v.id as "volunteerId", v.name, r.wish::text as wish, r.words, r.created_at as "askedAt", v.user_id is not distinct from $1 as "isOneself"
     from pause_requests r join volunteers v on v.id = r.volunteer_id where r.status = 'open' order by r.created_at limit $2`,
    [actor.userId, limit],
  )
  const found: WishToStop[] = []
  for (const wish of wishes)
    found.push({ ...wish, follows: await whatFollowsFromStopping({ work, volunteerId: wish.volunteerId }) })
  return found
}

/** An exception to the number of children that waits for a second committee member. */
export type OverrideToDecide = {
  id: string
  rowVersion: number
  volunteerId: string
  name: string
  children: number
  reason: string
  isTheirs: boolean
  blockers: Refused[]
}

/** The exceptions that are proposed, the oldest first, `limit` at most: for the committee [VOL-5, ORG-1]. */
export const overridesToDecide = async ({
  work,
  limit,
}: {
  work: Work
  limit: number
}): Promise<OverrideToDecide[]> => {
  if (!isCommittee(work.actor)) return []
  const rows = await work.query<
    Omit<OverrideToDecide, 'volunteerId' | 'isTheirs' | 'blockers'> & {
      status: string
      volunteer: string
      proposedBy: string | null
    }
  >(
    `select o.id, o.row_version::float8 as "rowVersion", o.status::text as status, o.volunteer_id as volunteer, o.proposed_by_id as "proposedBy", v.name, o.children::float8 as children, o.reason
     from capacity_overrides o join volunteers v on v.id = o.volunteer_id where o.status = 'proposed' order by o.created_at limit $1`,
    [limit],
  )
  const obstacles = await capacityOverrideWorkflow.obstacles({ work, records: rows, action: 'approve' })
  return rows.map(({ id, rowVersion, volunteer, name, children, reason }, index) => ({
    id,
    rowVersion,
    volunteerId: volunteer,
    name,
    children,
    reason,
    isTheirs: obstacles[index]?.isTheirs ?? false,
    blockers: obstacles[index]?.blockers ?? [],
  }))
}

const known = <Facts>(facts: Facts | undefined): Facts => {
  if (!facts) throw new Error('Every volunteer has facts.')
  return facts
}
