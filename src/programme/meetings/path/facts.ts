import { readHeld } from '../../../core/access/held.ts'
import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { consentAnswersOf } from '../../consent/queries.ts'
import { missingConsent } from '../../consent/rules.ts'
import { matchWorkflow } from '../../matching/matches/workflow.ts'
import type { FirstMeetingFacts } from './rules.ts'

type Row = Pick<FirstMeetingFacts, 'isMember' | 'goals' | 'consentAsked' | 'referral' | 'meeting'> & {
  matchId: string | null
  volunteerName: string | null
}

/** Loads how far a child is on the way to the first meeting; undefined where there is no such child. */
export const firstMeetingFacts = async ({
  work,
  childId,
}: {
  work: Work
  childId: string
}): Promise<FirstMeetingFacts | undefined> => {
  const { query, now } = work
  const today = londonDate(now)
  const [row] = await query<Row>(
    `select
       exists (select from memberships where child_id = c.id and since <= $2 and (until is null or $2 <= until)) as "isMember",
       (select count(*)::float8 from goals where child_id = c.id) as goals,
       exists (select from consent_requests where child_id = c.id and status = 'open') as "consentAsked",
       (select json_build_object('id', r.id, 'status', r.status) from referrals r where r.child_id = c.id order by r.received_on desc, r.created_at desc limit 1) as referral,
       m.id as "matchId", v.name as "volunteerName",
       (select json_build_object('id', e.id, 'isConfirmed', e.status in ('confirmed', 'held')) from meetings e where e.match_id = m.id and e.status in ('proposed', 'confirmed', 'held') order by e.status = 'proposed', e.starts_at limit 1) as meeting
     from children c
     left join lateral (select id, volunteer_id from matches where child_id = c.id and status in ('proposed', 'active') order by status = 'active' desc, created_at desc limit 1) m on true
     left join volunteers v on v.id = m.volunteer_id
     where c.id = $1`,
    [childId, today],
  )
  if (!row) return undefined
  const { matchId, volunteerName, ...rest } = row
  const answers = await consentAnswersOf({ query, childId })
  return {
    childId,
    ...rest,
    consentLacks: missingConsent({ answers, on: today }).map(({ reason }) => reason),
    match: matchId === null ? null : await matchOf({ work, id: matchId, volunteerName: volunteerName ?? '' }),
  }
}

const matchOf = async ({
  work,
  id,
  volunteerName,
}: {
  work: Work
  id: string
  volunteerName: string
}): Promise<FirstMeetingFacts['match']> => {
  const { record } = await readHeld({ req: work.req, collection: 'matches', id })
  const status = String(record.status) as 'proposed' | 'active'
  if (status === 'active') return { id, status, volunteerName, lacks: [] }
  const [standing] = await matchWorkflow.obstacles({ work, records: [record], action: 'start' })
  return { id, status, volunteerName, lacks: standing?.blockers.map(({ reason }) => reason) ?? [] }
}
