import type { Actor } from '../../core/access/actor.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import { sqlScope } from '../../core/access/sqlScope.ts'
import { isUuid } from '../../core/database/locks.ts'
import type { Query } from '../../core/database/query.ts'
import { matchesHeld } from '../matching/matchesHeld.ts'
import { seenAmong } from '../matching/matchesSeen.ts'
import { mayBeWrittenTo } from '../people/contactRules.ts'
import { volunteerIdOf } from '../people/roles.ts'
import { mayReadLogs, mayReadMeetings } from './access.ts'

/** A meeting as a list shows it. */
export type MeetingLine = { id: string; childId: string; childName: string; startsAt: Date; minutes: number; place: string; status: string; reason: string | null }

/** A child that somebody may propose meetings for, through a match. */
export type MatchedChild = { matchId: string; childId: string; childName: string; volunteerId: string; volunteerName: string; frequency: string; guardians: Array<{ id: string; name: string; relationship: string | null; mobile: string | null }> }

/** A sent log as a list or its own page shows it. */
export type LogLine = {
  id: string
  childId: string
  childName: string
  heldOn: string
  location: string
  runBy: string
  attendees: string
  activities: string | null
  outcomes: string | null
  comment: string | null
  /** Names of values, one a line. */
  valuesLived: string | null
  submittedAt: Date
}

type Asking = { query: Query; actor: Actor; now: Date }

const MEETING_COLUMNS = { volunteer: 'm.volunteer_id' }
const LOG_COLUMNS = { writtenBy: 'l.written_by_id' }
const MATCH_COLUMNS = { volunteer: 'm.volunteer_id', status: 'm.status' }

const MEETING_LINE = `select m.id, m.child_id as "childId", coalesce(nullif(c.known_as, ''), c.name) as "childName", m.starts_at as "startsAt", m.minutes::float8 as minutes, m.place, m.status::text as status, m.reason
  from meetings m join children c on c.id = m.child_id`

/** The person's meetings that are still ahead or going on, soonest first; ten at most. With one child alone where `childId` is given. */
export const meetingsAhead = async ({ query, actor, now, childId = null }: Asking & { childId?: string | null }): Promise<MeetingLine[]> => {
  const values: unknown[] = [now.toISOString(), childId]
  const scope = sqlScope({ scope: mayReadMeetings(actor), columns: MEETING_COLUMNS, values })
  return query<MeetingLine>(`${MEETING_LINE} where ${scope} and ($2::uuid is null or m.child_id = $2) and m.status in ('proposed', 'confirmed') and m.starts_at + make_interval(mins => m.minutes::int) > $1 order by m.starts_at limit 10`, values)
}

/** The person's meetings that are over and have no log yet, oldest first; twenty at most [LOG-3]. */
export const meetingsToLog = async ({ query, actor, now }: Asking): Promise<MeetingLine[]> => {
  const values: unknown[] = [now.toISOString()]
  const scope = sqlScope({ scope: mayReadMeetings(actor), columns: MEETING_COLUMNS, values })
  return query<MeetingLine>(`${MEETING_LINE} where ${scope} and m.status in ('proposed', 'confirmed') and m.starts_at + make_interval(mins => m.minutes::int) <= $1 order by m.starts_at limit 20`, values)
}

/** One meeting with what its page shows; undefined when it is not there or not for this person. */
export const meetingById = async ({ query, actor, id }: { query: Query; actor: Actor; id: string }) => {
  const values: unknown[] = [id]
  const scope = sqlScope({ scope: mayReadMeetings(actor), columns: MEETING_COLUMNS, values })
  const [row] = await query<MeetingLine & MeetingDetail>(
    `select m.id, m.child_id as "childId", coalesce(nullif(c.known_as, ''), c.name) as "childName", m.starts_at as "startsAt", m.minutes::float8 as minutes, m.place, m.status::text as status, m.reason,
       m.match_id as "matchId", m.volunteer_id as "volunteerId", v.name as "volunteerName", s.name as "secondVolunteerName", g.name as "guardianName", m.kind::text as kind,
       m.agreed_on as "agreedOn", m.row_version::float8 as "rowVersion", l.id as "logId"
     from meetings m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id left join volunteers s on s.id = m.second_volunteer_id
       join guardians g on g.id = m.guardian_id left join session_logs l on l.meeting_id = m.id
     where m.id = $1 and ${scope}`,
    values,
  )
  return row
}

/** What a meeting's own page shows beyond its line. */
export type MeetingDetail = { matchId: string; volunteerId: string; volunteerName: string; secondVolunteerName: string | null; guardianName: string; kind: string; agreedOn: string; rowVersion: number; logId: string | null }

/** The children that a volunteer is matched with now, with the parents and carers whom meetings are agreed with [MAT-7, MTG-1]. */
export const matchedChildren = ({ query, actor }: { query: Query; actor: Actor }): Promise<MatchedChild[]> => childrenOf({ query, actor, volunteerId: null })

/** The one of them of a match; undefined where there is no such match, or not for this person. */
export const matchedChild = async ({ query, actor, matchId }: { query: Query; actor: Actor; matchId: unknown }): Promise<MatchedChild | undefined> =>
  isUuid(matchId) ? (await childrenOf({ query, actor, volunteerId: null, matchId }))[0] : undefined

/** The same, and apart from them the children for whom the committee has chosen the volunteer, while that lets them be seen [MAT-7]. */
export const ownChildren = async ({ query, actor, on }: { query: Query; actor: Actor; on: CalendarDate }): Promise<{ matched: MatchedChild[]; proposed: MatchedChild[] }> => {
  const volunteerId = volunteerIdOf(actor) ?? null
  const rows = await childrenOf({ query, actor, volunteerId })
  const proposed = rows.filter(({ status }) => status === 'proposed')
  return { matched: rows.filter(({ status }) => status === 'active'), proposed: volunteerId === null || proposed.length === 0 ? [] : await seenAmong({ query, volunteerId, rows: proposed, on }) }
}

type ChildThroughMatch = MatchedChild & { status: string; endsOn: CalendarDate | null; chosen: boolean }

const childrenOf = ({ query, actor, volunteerId, matchId }: { query: Query; actor: Actor; volunteerId: string | null; matchId?: string }): Promise<ChildThroughMatch[]> => {
  const values: unknown[] = matchId === undefined ? [volunteerId] : [volunteerId, matchId]
  const scope = sqlScope({ scope: matchesHeld(actor), columns: MATCH_COLUMNS, values })
  return query<ChildThroughMatch>(
    `select m.id as "matchId", m.status::text as status, m.ends_on as "endsOn", m.chosen_by_id is not null as chosen, c.id as "childId", coalesce(nullif(c.known_as, ''), c.name) as "childName", v.id as "volunteerId", v.name as "volunteerName", m.frequency::text as frequency,
       coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'relationship', g.relationship, 'mobile', case when g.contact_rule = 'usual' then g.mobile end) order by g.name)
         from guardians g where g.family_id = c.family_id and ${mayBeWrittenTo('g')}), '[]') as guardians
     from matches m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id
     where ${matchId === undefined ? '' : 'm.id = $2 and '}((${scope} and m.status = 'active') or (m.volunteer_id = $1 and m.status = 'proposed' and m.chosen_by_id is not null)) order by c.name limit 50`,
    values,
  )
}

/** The names of active volunteers who could come along as a second, without anything else about them [VOL-8, MTG-3]. */
export const secondVolunteers = ({ query, besides }: { query: Query; besides: string }): Promise<Array<{ id: string; name: string }>> =>
  query<{ id: string; name: string }>("select id, name from volunteers where standing = 'active' and id <> $1 order by name limit 200", [besides])

/** The latest logs that the person may read, newest first; about one child alone where `childId` is given. */
export const latestLogs = async ({ query, actor, limit, childId = null }: { query: Query; actor: Actor; limit: number; childId?: string | null }): Promise<LogLine[]> => {
  const values: unknown[] = [limit, childId]
  const scope = sqlScope({ scope: mayReadLogs(actor), columns: LOG_COLUMNS, values })
  return query<LogLine>(`${LOG_LINE} where ${scope} and ($2::uuid is null or l.child_id = $2) order by l.held_on desc, l.submitted_at desc limit $1`, values)
}

/** One log with its notes; undefined when it is not there or not for this person. */
export const logById = async ({ query, actor, id }: { query: Query; actor: Actor; id: string }): Promise<(LogLine & { notes: Array<{ text: string; at: Date }> }) | undefined> => {
  const values: unknown[] = [id]
  const scope = sqlScope({ scope: mayReadLogs(actor), columns: LOG_COLUMNS, values })
  const [log] = await query<LogLine>(`${LOG_LINE} where l.id = $1 and ${scope}`, values)
  return log && { ...log, notes: await query<{ text: string; at: Date }>('select text, created_at as at from log_addenda where log_id = $1 order by created_at', [id]) }
}

const LOG_LINE = `select l.id, l.child_id as "childId", coalesce(nullif(c.known_as, ''), c.name) as "childName", l.held_on as "heldOn", l.location, l.run_by as "runBy", l.attendees, l.activities, l.outcomes, l.comment, l.values_lived as "valuesLived", l.submitted_at as "submittedAt"
  from session_logs l join children c on c.id = l.child_id`

/** A meeting as everybody sees it: when, where and whether it is confirmed; never who. */
export type CalendarEntry = { startsAt: Date; minutes: number; place: string; status: string }

/** The shared calendar of the coming weeks, a page of it at a time (from 1), and how many pages there are [MTG-4, MTG-6]. */
export const sharedCalendar = async ({ query, now, days, page }: { query: Query; now: Date; days: number; page: number }): Promise<{ entries: CalendarEntry[]; pages: number }> => {
  const span = "from meetings where status in ('proposed', 'confirmed') and starts_at between $1 and $1::timestamptz + make_interval(days => $2::int)"
  const [counted] = await query<{ meetings: number }>(`select count(*)::int as meetings ${span}`, [now.toISOString(), days])
  const pages = Math.max(1, Math.ceil((counted?.meetings ?? 0) / ENTRIES_A_PAGE))
  const entries = await query<CalendarEntry>(
    `select starts_at as "startsAt", minutes::float8 as minutes, place, status::text as status ${span} order by starts_at, id limit $3 offset $4`,
    [now.toISOString(), days, ENTRIES_A_PAGE, (Math.min(page, pages) - 1) * ENTRIES_A_PAGE],
  )
  return { entries, pages }
}

const ENTRIES_A_PAGE = 40
