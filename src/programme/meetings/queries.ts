import type { Actor, PersonActor } from '../../core/access/actor.ts'
import { daysAfter, londonDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { sqlScope } from '../../core/access/sqlScope.ts'
import { isUuid } from '../../core/database/locks.ts'
import type { Query } from '../../core/database/query.ts'
import { matchesHeld } from '../matching/matchesHeld.ts'
import { matchesSeen, seenAmong } from '../matching/matchesSeen.ts'
import { agreementHolds, mayKnow } from '../matching/mayKnow.ts'
import { seesAsSecond, seesChild } from '../matching/matches/rules.ts'
import { mayBeWrittenTo, type ContactRule } from '../people/families/contactRules.ts'
import { childName } from '../people/names.ts'
import { isCaseworker, volunteerIdOf } from '../people/roles.ts'
import { clearanceFactsOf } from '../recruitment/queries.ts'
import { missingForClearance } from '../recruitment/rules.ts'
import { mayReadLogs, meetingsRead } from './access.ts'

/** A meeting as a list shows it. */
export type MeetingLine = {
  id: string
  childId: string
  childName: string
  startsAt: Date
  minutes: number
  place: string
  status: string
  reason: string | null
}

/** A child through a match; nobody of the family. */
export type ChildOfMatch = {
  matchId: string
  childId: string
  childName: string
  volunteerId: string
  volunteerName: string
  frequency: string
}

/** A child that somebody may propose meetings for, with whom a meeting can be agreed. */
export type MatchedChild = ChildOfMatch & {
  guardians: Array<{ id: string; name: string; relationship: string | null }>
}

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

const MEETING_COLUMNS = { id: 'm.id', match: 'm.match_id', volunteer: 'm.volunteer_id' }
const LOG_COLUMNS = { writtenBy: 'l.written_by_id' }
const MATCH_COLUMNS = { id: 'm.id' }

const MEETING_FIELDS = `m.id, m.child_id as "childId", ${childName.spoken('c')} as "childName", m.starts_at as "startsAt", m.minutes::float8 as minutes, m.place, m.status::text as status, m.reason`

/**
 * The person's meetings that are still ahead or going on and whose child they see now, soonest first; ten at most. With
 * one child alone where `childId` is given. A volunteer sees the child of a match that lets them, and on its day of the
 * meeting to which they come along [MAT-7].
 */
export const meetingsAhead = async ({
  query,
  actor,
  now,
  childId = null,
}: Asking & { childId?: string | null }): Promise<MeetingLine[]> => {
  const own = volunteerIdOf(actor) ?? null
  const rows = await query<MeetingLine & { isOwn: boolean; matchStatus: string; endsOn: CalendarDate | null }>(
    `select ${MEETING_FIELDS}, m.volunteer_id = $3 as "isOwn", k.status::text as "matchStatus", k.ends_on as "endsOn" from meetings m join children c on c.id = m.child_id join matches k on k.id = m.match_id
     where ($4 or m.volunteer_id = $3 or m.second_volunteer_id = $3) and ($2::uuid is null or m.child_id = $2) and m.status in ('proposed', 'confirmed') and m.starts_at + make_interval(mins => m.minutes::int) > $1
     order by m.starts_at limit 40`,
    [now.toISOString(), childId, own, isCaseworker(actor)],
  )
  const on = londonDate(now)
  const sees = ({ isOwn, matchStatus, endsOn, startsAt, status }: (typeof rows)[number]): boolean =>
    (isOwn
      ? seesChild({ facts: { status: matchStatus, endsOn, chosen: true, clearance: undefined }, on })
      : seesAsSecond({ meeting: { meetsOn: londonDate(startsAt), status }, on })
    ).allowed
  return (isCaseworker(actor) ? rows : rows.filter(sees))
    .slice(0, 10)
    .map(({ isOwn: _own, matchStatus: _status, endsOn: _last, ...line }) => line)
}

/**
 * The meetings whose log this person has to write: over, and without one, the oldest first; twenty at most [LOG-3].
 * What has happened is told whatever became of the match since.
 */
export const meetingsToLog = async ({ query, actor, now }: Asking): Promise<MeetingLine[]> => {
  const values: unknown[] = [now.toISOString()]
  const own = volunteerIdOf(actor)
  const scope = sqlScope({
    scope: isCaseworker(actor) || (own !== undefined && { volunteer: { equals: own } }),
    columns: MEETING_COLUMNS,
    values,
  })
  return query<MeetingLine>(
    `select ${MEETING_FIELDS} from meetings m join children c on c.id = m.child_id where ${scope} and m.status in ('proposed', 'confirmed') and m.starts_at + make_interval(mins => m.minutes::int) <= $1 order by m.starts_at limit 20`,
    values,
  )
}

/**
 * One meeting with what its page shows; undefined when it is not there or not for this person. The parent is named only
 * to those who may know the family now, the child to those who see the child now, and to whom they have to write of, or
 * wrote of, what took place [MAT-7].
 */
export const meetingById = async ({
  query,
  actor,
  now,
  id,
}: Asking & { actor: PersonActor; id: string }): Promise<MeetingPageFacts | undefined> => {
  const values: unknown[] = [id]
  const scope = sqlScope({ scope: await meetingsRead({ query, actor, now }), columns: MEETING_COLUMNS, values })
  const [row] = await query<
    MeetingLine &
      Omit<MeetingDetail, 'accompanies' | 'family' | 'home' | 'mayProposeAnother'> & {
        guardianName: string
        guardianRule: ContactRule
        guardianMobile: string | null
        committeeContact: string
        homeId: string | null
        address: string | null
        matchStatus: string
      }
  >(
    `select ${MEETING_FIELDS}, m.match_id as "matchId", m.volunteer_id as "volunteerId", v.name as "volunteerName", s.name as "secondVolunteerName", g.id as "guardianId", g.name as "guardianName",
       g.contact_rule::text as "guardianRule", case when ${mayBeWrittenTo('g')} then g.mobile end as "guardianMobile", b.name as "committeeContact", m.kind::text as kind, m.agreed_on as "agreedOn", m.row_version::float8 as "rowVersion", l.id as "logId", a.id as "homeId", a.address,
       m.created_at as "proposedAt", p.name as "proposedBy", m.confirmed_at as "confirmedAt", f.name as "confirmedBy", m.updated_at as "changedAt", k.status::text as "matchStatus"
     from meetings m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id left join volunteers s on s.id = m.second_volunteer_id
       join guardians g on g.id = m.guardian_id join matches k on k.id = m.match_id join users b on b.id = k.committee_contact_id left join session_logs l on l.meeting_id = m.id left join meeting_addresses a on a.meeting_id = m.id
       left join users p on p.id = m.proposed_by_id left join users f on f.id = m.confirmed_by_id
     where m.id = $1 and ${scope}`,
    values,
  )
  if (!row) return undefined
  const { guardianName, guardianRule, guardianMobile, committeeContact, homeId, address, matchStatus, ...meeting } = row
  const on = londonDate(now)
  const accompanies = !isCaseworker(actor) && volunteerIdOf(actor) !== meeting.volunteerId
  const knows = accompanies
    ? await agreementHolds({ query, actor, on })
    : await mayKnow({ query, actor, on, matchId: meeting.matchId })
  const seesChildNow =
    accompanies ||
    isCaseworker(actor) ||
    (await matchesSeen({ query, actor, on })).some((match) => match.id === meeting.matchId)
  const tookPlace = meeting.startsAt <= now && !['cancelled', 'declined'].includes(meeting.status)
  // Why it is not confirmed can be about the other volunteer.
  return {
    ...meeting,
    reason: accompanies ? null : meeting.reason,
    childName: seesChildNow || tookPlace ? meeting.childName : null,
    accompanies,
    family: knows.allowed
      ? { name: guardianName, contactRule: guardianRule, mobile: guardianMobile, committeeContact }
      : null,
    mayProposeAnother:
      !accompanies && knows.allowed && matchStatus === 'active' && ['cancelled', 'declined'].includes(meeting.status),
    home: knows.allowed && homeId !== null && address !== null ? { id: homeId, address } : null,
  }
}

/** What a meeting's own page shows beyond its line. */
type MeetingDetail = {
  matchId: string
  volunteerId: string
  volunteerName: string
  secondVolunteerName: string | null
  guardianId: string
  kind: string
  agreedOn: string
  rowVersion: number
  logId: string | null
  /** When and by whom it was proposed and confirmed, and when it was last changed: called off, declined, held. */
  proposedAt: Date
  proposedBy: string | null
  confirmedAt: Date | null
  confirmedBy: string | null
  changedAt: Date
  /** Whether this person comes along as the second volunteer. */
  accompanies: boolean
  /** Whether it does not take place, and this person can propose another day for it. */
  mayProposeAnother: boolean
  /**
   * With whom it was agreed and who on the committee is in touch, for who may know them now [MAT-7]. Of somebody who is
   * written to alone, `mobile` takes messages and no calls.
   */
  family: { name: string; contactRule: ContactRule; mobile: string | null; committeeContact: string } | null
  /** Where it is, of a meeting at home, for the same people. */
  home: { id: string; address: string } | null
}

/** A meeting as its page shows it; without the child's name for who may no longer know it. */
export type MeetingPageFacts = Omit<MeetingLine, 'childName'> & MeetingDetail & { childName: string | null }

/**
 * One match through which this person proposes meetings on a date, with the parents and carers whom they are agreed
 * with; undefined where there is no such match, or not for this person [MAT-7, MTG-1].
 */
export const matchedChild = async ({
  query,
  actor,
  matchId,
  on,
}: {
  query: Query
  actor: Actor
  matchId: unknown
  on: CalendarDate
}): Promise<MatchedChild | undefined> => {
  if (!isUuid(matchId)) return undefined
  const values: unknown[] = [matchId]
  const scope = sqlScope({ scope: await matchesHeld({ query, actor, on }), columns: MATCH_COLUMNS, values })
  const [match] = await query<MatchedChild>(
    `select ${MATCH_LINE},
       coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'relationship', g.relationship) order by g.name) from guardians g where g.family_id = c.family_id and ${mayBeWrittenTo('g')}), '[]') as guardians
     from matches m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id where m.id = $1 and m.status = 'active' and ${scope}`,
    values,
  )
  return match
}

/**
 * One match of which this person writes a log without a meeting: they hold it, or it is over for no longer than a log
 * may wait [LOG-1]. Nobody of the family is named.
 */
export const matchToLog = async ({
  query,
  actor,
  matchId,
  on,
}: {
  query: Query
  actor: Actor
  matchId: unknown
  on: CalendarDate
}): Promise<ChildOfMatch | undefined> => {
  if (!isUuid(matchId)) return undefined
  const [match] = await query<ChildOfMatch>(
    `select ${MATCH_LINE} from matches m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id
     where m.id = $1 and (($2 and m.status = 'active') or (m.volunteer_id = $3 and m.status in ('active', 'ended') and (m.ends_on is null or m.ends_on >= $4)))`,
    [matchId, isCaseworker(actor), volunteerIdOf(actor) ?? null, daysAfter({ date: on, days: -LOGGED_WITHIN_DAYS })],
  )
  return match
}

/** A meeting as the log of it begins; without the child's name for who may not know it now. */
export type MeetingToLog = Omit<ChildOfMatch, 'childName' | 'frequency'> & {
  childName: string | null
  secondVolunteerName: string | null
  startsAt: Date
  place: string
  status: string
}

/**
 * One meeting of which this person writes the log, in one statement: their own, or anybody's for the co-ordinator and
 * committee; undefined where it is not there or not theirs. The child is named to who sees the child now, and to whom
 * they have to write of what took place [LOG-1, MAT-7].
 */
export const meetingToLog = async ({
  query,
  actor,
  now,
  id,
}: Asking & { id: string }): Promise<MeetingToLog | undefined> => {
  const [row] = await query<MeetingToLog & { childName: string; matchStatus: string; endsOn: CalendarDate | null }>(
    `select m.match_id as "matchId", m.child_id as "childId", ${childName.spoken('c')} as "childName", m.volunteer_id as "volunteerId", v.name as "volunteerName", s.name as "secondVolunteerName",
       m.starts_at as "startsAt", m.place, m.status::text as status, k.status::text as "matchStatus", k.ends_on as "endsOn"
     from meetings m join children c on c.id = m.child_id join matches k on k.id = m.match_id join volunteers v on v.id = m.volunteer_id left join volunteers s on s.id = m.second_volunteer_id
     where m.id = $1 and ($2 or m.volunteer_id = $3)`,
    [id, isCaseworker(actor), volunteerIdOf(actor) ?? null],
  )
  if (!row) return undefined
  const { childName: spokenName, matchStatus, endsOn, ...meeting } = row
  const tookPlace = meeting.startsAt <= now && !['cancelled', 'declined'].includes(meeting.status)
  const facts = { status: matchStatus, endsOn, chosen: true, clearance: undefined }
  const isKnown = isCaseworker(actor) || tookPlace || seesChild({ facts, on: londonDate(now) }).allowed
  return { ...meeting, childName: isKnown ? spokenName : null }
}

/** For how many days after the last day of a match its volunteer still writes a log of it. */
const LOGGED_WITHIN_DAYS = 28

/** The matches of this volunteer that are over and of which a log may still be wanting, the latest first [LOG-1]. */
export const matchesLatelyOver = ({
  query,
  actor,
  on,
}: {
  query: Query
  actor: Actor
  on: CalendarDate
}): Promise<ChildOfMatch[]> =>
  query<ChildOfMatch>(
    `select ${MATCH_LINE} from matches m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id
     where m.volunteer_id = $1 and m.status in ('active', 'ended') and m.starts_on <= $2 and (m.ends_on < $2 or m.status = 'ended') and m.ends_on >= $3 order by m.ends_on desc limit 10`,
    [volunteerIdOf(actor) ?? null, on, daysAfter({ date: on, days: -LOGGED_WITHIN_DAYS })],
  )

/**
 * The children whom this person meets, and apart from them those for whom the committee has chosen them, while that
 * lets them be seen [MAT-7].
 */
export const ownChildren = async ({
  query,
  actor,
  on,
}: {
  query: Query
  actor: Actor
  on: CalendarDate
}): Promise<{ matched: ChildOfMatch[]; proposed: ChildOfMatch[] }> => {
  const volunteerId = volunteerIdOf(actor) ?? null
  const rows = await query<ChildOfMatch & { status: string; endsOn: CalendarDate | null; chosen: boolean }>(
    `select ${MATCH_LINE}, m.status::text as status, m.ends_on as "endsOn", m.chosen_by_id is not null as chosen from matches m join children c on c.id = m.child_id join volunteers v on v.id = m.volunteer_id
     where (m.volunteer_id = $1 and m.status in ('proposed', 'active')) or ($2 and m.status = 'active') order by c.name limit 50`,
    [volunteerId, isCaseworker(actor)],
  )
  const own = rows.filter((row) => row.volunteerId === volunteerId)
  const seen = volunteerId === null || own.length === 0 ? [] : await seenAmong({ query, volunteerId, rows: own, on })
  const others = rows.filter((row) => row.volunteerId !== volunteerId)
  return {
    matched: [...seen.filter(({ status }) => status === 'active'), ...others],
    proposed: seen.filter(({ status }) => status === 'proposed'),
  }
}

const MATCH_LINE = `m.id as "matchId", c.id as "childId", ${childName.spoken('c')} as "childName", v.id as "volunteerId", v.name as "volunteerName", m.frequency::text as frequency`

/**
 * The names of those who could come along as a second: active, and cleared on that day, so that nobody is picked who is
 * refused afterwards; without anything else about them [VOL-8, MTG-3].
 */
export const secondVolunteers = async ({
  query,
  besides,
  on,
}: {
  query: Query
  besides: string
  on: CalendarDate
}): Promise<Array<{ id: string; name: string }>> => {
  const active = await query<{ id: string; name: string }>(
    "select id, name from volunteers where standing = 'active' and id <> $1 order by name limit 200",
    [besides],
  )
  const clearances = await clearanceFactsOf({ query, volunteerIds: active.map(({ id }) => id) })
  return active.filter(({ id }) => {
    const facts = clearances.get(id)
    return facts !== undefined && missingForClearance({ facts, on }).length === 0
  })
}

/** The latest logs that the person may read, newest first; about one child alone where `childId` is given. */
export const latestLogs = async ({
  query,
  actor,
  limit,
  childId = null,
}: {
  query: Query
  actor: Actor
  limit: number
  childId?: string | null
}): Promise<LogLine[]> => {
  const values: unknown[] = [limit, childId]
  const scope = sqlScope({ scope: mayReadLogs(actor), columns: LOG_COLUMNS, values })
  return query<LogLine>(
    `${LOG_LINE} where ${scope} and ($2::uuid is null or l.child_id = $2) order by l.held_on desc, l.submitted_at desc limit $1`,
    values,
  )
}

/** One log with its notes; undefined when it is not there or not for this person. */
export const logById = async ({
  query,
  actor,
  id,
}: {
  query: Query
  actor: Actor
  id: string
}): Promise<(LogLine & { notes: Array<{ text: string; at: Date }> }) | undefined> => {
  const values: unknown[] = [id]
  const scope = sqlScope({ scope: mayReadLogs(actor), columns: LOG_COLUMNS, values })
  const [log] = await query<LogLine>(`${LOG_LINE} where l.id = $1 and ${scope}`, values)
  return (
    log && {
      ...log,
      notes: await query<{ text: string; at: Date }>(
        'select text, created_at as at from log_addenda where log_id = $1 order by created_at',
        [id],
      ),
    }
  )
}

const LOG_LINE = `select l.id, l.child_id as "childId", ${childName.spoken('c')} as "childName", l.held_on as "heldOn", l.location, l.run_by as "runBy", l.attendees, l.activities, l.outcomes, l.comment, l.values_lived as "valuesLived", l.submitted_at as "submittedAt"
  from session_logs l join children c on c.id = l.child_id`

/**
 * A meeting as everybody sees it: when, where and whether it is confirmed; never who. `openId` leads to it, for who may
 * open it: the volunteers whose meeting it is, the co-ordinator and committee.
 */
export type CalendarEntry = {
  startsAt: Date
  minutes: number
  place: string
  status: string
  isOwn: boolean
  openId: string | null
}

/**
 * The shared calendar of the coming weeks, a page of it at a time (from 1), and how many pages there are [MTG-4,
 * MTG-6].
 */
export const sharedCalendar = async ({
  query,
  actor,
  now,
  days,
  page,
}: Asking & {
  days: number
  page: number
}): Promise<{ entries: CalendarEntry[]; pages: number }> => {
  const span =
    "from meetings where status in ('proposed', 'confirmed') and starts_at between $1 and $1::timestamptz + make_interval(days => $2::int)"
  const [counted] = await query<{ meetings: number }>(`select count(*)::int as meetings ${span}`, [
    now.toISOString(),
    days,
  ])
  const pages = Math.max(1, Math.ceil((counted?.meetings ?? 0) / ENTRIES_A_PAGE))
  const entries = await query<CalendarEntry>(
    `select starts_at as "startsAt", minutes::float8 as minutes, place, status::text as status,
       coalesce($5::uuid in (volunteer_id, second_volunteer_id), false) as "isOwn",
       case when $6 or $5::uuid in (volunteer_id, second_volunteer_id) then id end as "openId" ${span} order by starts_at, id limit $3 offset $4`,
    [
      now.toISOString(),
      days,
      ENTRIES_A_PAGE,
      (Math.min(page, pages) - 1) * ENTRIES_A_PAGE,
      volunteerIdOf(actor) ?? null,
      isCaseworker(actor),
    ],
  )
  return { entries, pages }
}

const ENTRIES_A_PAGE = 40
