import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Work } from '../../../core/access/work.ts'
import { rowAt } from '../../../core/database/query.ts'
import { allowed } from '../../../core/errors/refusal.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { consentAnswersOfChildren } from '../../consent/queries.ts'
import { mayKnow } from '../../matching/mayKnow.ts'
import { mayBeWrittenTo } from '../../people/families/contactRules.ts'
import { holdersOf } from '../../people/queries.ts'
import { clearanceFactsOf } from '../../recruitment/queries.ts'
import type { MeetingFacts, Overlap } from '../rules.ts'

/** Loads everything that the gates of a meeting ask about, for the meeting as given (stored or about to be). */
export const meetingFacts = async ({ work, record }: { work: Work; record: RecordData }): Promise<MeetingFacts> => {
  const [facts] = await meetingFactsOfMany({ work, records: [record] })
  if (!facts) throw new Error('One meeting has one set of facts.')
  return facts
}

/** The same for several meetings at once, in their order. */
export const meetingFactsOfMany = async ({
  work,
  records,
}: {
  work: Work
  records: readonly RecordData[]
}): Promise<MeetingFacts[]> => {
  const { query } = work
  const asked = records.map((record) => linksOf({ work, record }))
  const links = await query<Pick<MeetingFacts, 'matchHolds' | 'guardianOfChild' | 'volunteerUserId' | 'secondUserId'>>(
    LINKS,
    [
      asked.map(({ matchId }) => matchId),
      asked.map(({ childId }) => childId),
      asked.map(({ volunteerId }) => volunteerId),
      asked.map(({ guardianId }) => guardianId),
      asked.map(({ day }) => day),
      asked.map(({ secondId }) => secondId),
    ],
  )
  const overlaps = await overlapsOf({ query, meetings: asked })
  const clearances = await clearanceFactsOf({
    query,
    volunteerIds: known(asked.flatMap(({ volunteerId, secondId }) => [volunteerId, secondId])),
  })
  const answers = await consentAnswersOfChildren({ query, childIds: known(asked.map(({ childId }) => childId)) })
  const { actor } = work
  const knowsParents = await Promise.all(
    asked.map(async ({ matchId }) =>
      actor.kind === 'person' ? mayKnow({ query, actor, on: londonDate(work.now), matchId }) : allowed,
    ),
  )
  const confirmers = await holdersOf({ query, designation: 'meeting-confirmer', on: londonDate(work.now) })
  return asked.map(({ record, childId, volunteerId, secondId, startsAt }, place) => ({
    ...rowAt({ rows: links, place }),
    kind: record.kind === 'family' ? 'family' : 'one-to-one',
    placeKind: record.placeKind as MeetingFacts['placeKind'],
    place: typeof record.place === 'string' ? record.place : '',
    startsAt,
    agreedOn: typeof record.agreedOn === 'string' && record.agreedOn ? record.agreedOn : null,
    agreedWay: (record.agreedWay as MeetingFacts['agreedWay']) ?? null,
    changedBy: typeof record.changedBy === 'string' ? record.changedBy : null,
    proposedBy: typeof record.proposedBy === 'string' ? record.proposedBy : null,
    volunteer: volunteerId ? clearances.get(volunteerId) : undefined,
    secondVolunteer: secondId ? clearances.get(secondId) : undefined,
    secondVolunteerIsSame: secondId !== null && secondId === volunteerId,
    answers: (childId && answers.get(childId)) || [],
    confirmers,
    knowsParents: rowAt({ rows: knowsParents, place }),
    overlaps: rowAt({ rows: overlaps, place }),
  }))
}

const LINKS = `
  select
    exists (select 1 from matches m where m.id = r.match_id and m.child_id = r.child_id and m.volunteer_id = r.volunteer_id and m.status = 'active'
      and m.starts_on <= r.day and (m.ends_on is null or r.day <= m.ends_on)) as "matchHolds",
    exists (select 1 from guardians g join children c on c.family_id = g.family_id where g.id = r.guardian_id and c.id = r.child_id and ${mayBeWrittenTo('g')}) as "guardianOfChild",
    (select user_id from volunteers where id = r.volunteer_id) as "volunteerUserId",
    (select user_id from volunteers where id = r.second_id) as "secondUserId"
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[]) with ordinality as r(match_id, child_id, volunteer_id, guardian_id, day, second_id, place)
  order by r.place`

/** Each time reaches from its first minute up to, but not including, its last; no meeting is longer than half a day. */
const OVERLAPS = `
  select r.place::int as place, o.status::text as status, coalesce(o.child_id = r.child_id, false) as child,
    coalesce(r.volunteer_id in (o.volunteer_id, o.second_volunteer_id), false) as volunteer, coalesce(r.second_id in (o.volunteer_id, o.second_volunteer_id), false) as "secondVolunteer"
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::float8[]) with ordinality as r(id, child_id, volunteer_id, second_id, starts_at, minutes, place)
  join meetings o on o.id is distinct from r.id and o.status in ('proposed', 'confirmed')
    and o.starts_at < r.starts_at + r.minutes * interval '1 minute' and o.starts_at > r.starts_at - interval '12 hours' and o.starts_at + o.minutes::float8 * interval '1 minute' > r.starts_at
    and (o.child_id = r.child_id or o.volunteer_id in (r.volunteer_id, r.second_id) or o.second_volunteer_id in (r.volunteer_id, r.second_id))
  order by r.place, o.starts_at, o.id`

type Timed = ReturnType<typeof linksOf>

const overlapsOf = async ({
  query,
  meetings,
}: {
  query: Work['query']
  meetings: readonly Timed[]
}): Promise<Overlap[][]> => {
  const rows = await query<Overlap & { place: number }>(OVERLAPS, [
    meetings.map(({ record }) => idOf(record.id)),
    meetings.map(({ childId }) => childId),
    meetings.map(({ volunteerId }) => volunteerId),
    meetings.map(({ secondId }) => secondId),
    meetings.map(({ startsAt }) => (Number.isNaN(startsAt.getTime()) ? null : startsAt.toISOString())),
    meetings.map(({ record }) => Number(record.minutes) || 0),
  ])
  return meetings.map((_meeting, index) =>
    rows.filter(({ place }) => place === index + 1).map(({ place: _place, ...overlap }) => overlap),
  )
}

const linksOf = ({ work, record }: { work: Work; record: RecordData }) => {
  const startsAt = new Date(String(record.startsAt))
  return {
    record,
    startsAt,
    day: Number.isNaN(startsAt.getTime()) ? londonDate(work.now) : londonDate(startsAt),
    matchId: idOf(record.match),
    childId: idOf(record.child),
    volunteerId: idOf(record.volunteer),
    secondId: idOf(record.secondVolunteer),
    guardianId: idOf(record.guardian),
  }
}

const known = (ids: ReadonlyArray<string | null>): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
]

const idOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
