import { findHeld, type Held } from '../../../core/access/held.ts'
import { isUuid } from '../../../core/database/locks.ts'
import { rowAt } from '../../../core/database/query.ts'
import { linesOf } from '../../../core/house/defineSetting.ts'
import { takeStep } from '../../../core/workflow/perform.ts'
import { defineWorkflow, type Effect } from '../../../core/workflow/workflow.ts'
import { partiesOfMatch } from '../../matching/parties.ts'
import { tellOfLog } from '../messages.ts'
import { meetingWorkflow } from '../meetings/workflow.ts'
import { waitingMeetingSql } from './waitingMeeting.ts'
import { ownChild, alreadyHappened, meetingFits, valuesOfTheCharity, type LogFacts } from './rules.ts'

/**
 * With the meeting that the log is about, as it was read while its child was held: the one that it names, or the one of
 * that day that waits for a log.
 */
type Facts = LogFacts & { held: Held | undefined }

const closeTheMeeting: Effect<Facts> = async ({ work, record, facts: { held, fromPaper } }) => {
  if (fromPaper) return
  if (held)
    await takeStep({
      work: { ...work, actor: { kind: 'system', reason: 'the log came in' } },
      workflow: meetingWorkflow,
      held,
      action: 'hold',
      input: {},
    })
  await tellOfLog({ work, logId: String(record.id) })
}

/**
 * A log is final the moment it is sent [LOG-4]. Nothing that has happened is refused for want of permission: a meeting
 * that nobody confirmed can be logged, and is flagged. What was kept on paper is brought in afterwards: it closes no
 * meeting, is no meeting that somebody should have confirmed, and nobody is told of it.
 */
export const logWorkflow = defineWorkflow<Facts, 'submitted'>('session-logs', {
  noun: 'log',
  states: { submitted: 'Sent' },
  initial: 'submitted',
  // Whoever changes the match or the meeting holds the child too.
  locks: [{ field: 'child', collection: 'children' }],
  facts: async ({ work, record }) => {
    const named = isUuid(record.meeting) ? record.meeting : null
    const valuesLived = linesOf(String(record.valuesLived ?? ''))
    const rows = await work.query<{
      user_id: string | null
      held: boolean
      logged: boolean
      known_values: string[]
      waiting: string | null
    }>(
      `select (select user_id from volunteers where id = $3::uuid) as user_id,
         exists (select 1 from matches m where m.id = $1::uuid and m.child_id = $2::uuid and m.volunteer_id = $3::uuid and m.status in ('active', 'ended')
           and m.starts_on <= $4 and (m.ends_on is null or $4 <= m.ends_on)) as held, array(select name::text from programme_values where name = any($5)) as known_values, ${named === null ? NO_MEETING : OF_MEETING}`,
      [
        record.match ?? null,
        record.child ?? null,
        record.volunteer ?? null,
        record.heldOn ?? '',
        valuesLived,
        named ?? work.now.toISOString(),
      ],
    )
    const row = rowAt({ rows, place: 0 })
    // A log that names no meeting closes the one that waits for it: whichever way the form was opened [LOG-1].
    const meetingId = named ?? (record.meeting ? null : row.waiting)
    // Whoever changes the meeting holds its child first, as this does.
    const held =
      meetingId === null ? undefined : await findHeld({ req: work.req, collection: 'meetings', id: meetingId })
    return {
      fromPaper: Boolean(record.paperDigest),
      heldOn: String(record.heldOn ?? ''),
      volunteerUserId: row.user_id,
      volunteerHeldMatch: row.held,
      valuesLived,
      knownValues: row.known_values,
      meetingGiven: Boolean(record.meeting) || meetingId !== null,
      held,
      meeting: held && {
        status: String(held.record.status),
        belongs: isSame(held.record.match, record.match) && isSame(held.record.child, record.child),
        logged: row.logged,
      },
    }
  },
  create: {
    label: 'Send this log',
    completes: partiesOfMatch,
    by: [ownChild],
    guards: [alreadyHappened, meetingFits, valuesOfTheCharity],
    set: ({ facts, actor, now }) => ({
      writtenBy: actor.kind === 'person' && !facts.fromPaper ? actor.userId : null,
      submittedAt: now.toISOString(),
      meetingWasConfirmed: facts.fromPaper ? null : facts.meeting?.status === 'confirmed',
      valuesLived: facts.valuesLived.length > 0 ? facts.valuesLived.join('\n') : null,
      ...(facts.held ? { meeting: facts.held.id } : {}),
    }),
    effects: [closeTheMeeting],
  },
  editable: {},
  transitions: {},
})

/**
 * Whether the meeting that a log names has one; and of a log that names none, the one that waits for it, so that
 * PostgreSQL plans each once.
 */
const OF_MEETING = `exists (select 1 from session_logs where meeting_id = $6::uuid) as logged, null::uuid as waiting`
const NO_MEETING = `false as logged, ${waitingMeetingSql({ match: '$1::uuid', now: '$6::timestamptz', on: '$4' })} as waiting`

/** A form may write an id in capitals. */
const isSame = (one: unknown, other: unknown): boolean => String(one).toLowerCase() === String(other).toLowerCase()
