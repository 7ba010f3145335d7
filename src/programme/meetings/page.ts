import { londonDate, speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import type { PagePart } from '../../core/house/recordPage.ts'
import { matches } from '../matching/matches/Matches.ts'
import { isCaseworker } from '../people/roles.ts'
import { meetings } from './meetings/Meetings.ts'
import { meetingWorkflow } from './meetings/workflow.ts'

/** On a meeting's page: what must be known of the child's health before anything else, and the log, where there is one. */
export const pageOfMeeting: PagePart = {
  of: meetings,
  load: async ({ work: { query, actor }, id, record }) => {
    if (!isCaseworker(actor)) return undefined
    const [health] = await query<{ id: string; allergies: string | null; inAnEmergency: string | null }>(
      `select id, nullif(allergies, '') as allergies, nullif(in_an_emergency, '') as "inAnEmergency" from medical_needs where child_id = $1`,
      [record.child],
    )
    const [log] = await query<{ id: string; heldOn: string }>(
      `select id, held_on as "heldOn" from session_logs where meeting_id = $1 limit 1`,
      [id],
    )
    return {
      first: [
        health?.allergies && `Allergies: ${health.allergies}`,
        health?.inAnEmergency && `In an emergency: ${health.inAnEmergency}`,
      ].flatMap((words) => (words ? [{ words, isGrave: true }] : [])),
      cards: [
        {
          title: 'Log',
          lines: log
            ? [{ record: { collection: 'session-logs', id: log.id }, title: `Log of ${speakDate(log.heldOn)}` }]
            : [],
          none: 'None is written yet.',
        },
      ],
      shows: [
        ...(health?.allergies || health?.inAnEmergency ? [{ collection: 'medical-needs', id: health.id }] : []),
        ...(log ? [{ collection: 'session-logs', id: log.id }] : []),
      ],
    }
  },
}

/** On a match's page: the meetings that are ahead and the latest logs, which also belong to what happened. */
export const pageOfMatch: PagePart = {
  of: matches,
  load: async ({ work: { query, actor, now }, id }) => {
    if (!isCaseworker(actor)) return undefined
    const [ahead, logs] = await Promise.all([
      query<{ id: string; startsAt: Date; place: string; status: string }>(
        `select id, starts_at as "startsAt", place, status::text as status from meetings where match_id = $1 and starts_at >= $2 order by starts_at limit $3`,
        [id, now.toISOString(), AT_MOST],
      ),
      query<{ id: string; heldOn: string; location: string }>(
        `select l.id, l.held_on as "heldOn", l.location from session_logs l join matches m on m.child_id = l.child_id and m.volunteer_id = l.volunteer_id
         where m.id = $1 and l.held_on between m.starts_on and coalesce(m.ends_on, $2) order by l.held_on desc limit $3`,
        [id, londonDate(now), AT_MOST],
      ),
    ])
    const shown = [
      ...ahead.map((meeting) => ({ collection: 'meetings', id: meeting.id })),
      ...logs.map((log) => ({ collection: 'session-logs', id: log.id })),
    ]
    return {
      cards: [
        {
          title: 'Meetings ahead',
          lines: ahead.map(({ id: meeting, startsAt, place, status }) => ({
            record: { collection: 'meetings', id: meeting },
            title: speakMoment(startsAt),
            facts: [place, meetingWorkflow.states[status]],
          })),
          none: 'None is planned.',
          ways: [{ words: 'Propose a meeting', href: '/admin/collections/meetings/create' }],
        },
        {
          title: 'Latest logs',
          lines: logs.map(({ id: log, heldOn, location }) => ({
            record: { collection: 'session-logs', id: log },
            title: speakDate(heldOn),
            facts: [location],
          })),
          none: 'None yet.',
        },
      ],
      shows: shown,
      tellsOf: shown,
    }
  },
}

/** How many meetings and logs stand on a match's page. */
const AT_MOST = 5
