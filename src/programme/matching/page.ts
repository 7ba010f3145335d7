import { speakDate } from '../../core/clock/londonDates.ts'
import type { PagePart } from '../../core/house/recordPage.ts'
import { isCaseworker } from '../people/roles.ts'
import { matchWorkflow } from './matches/workflow.ts'

/** On a volunteer's page: the children whom they have and had. */
export const childrenOfVolunteer: PagePart = {
  of: { slug: 'volunteers' },
  load: async ({ work: { query, actor }, id }) => {
    if (!isCaseworker(actor)) return undefined
    const rows = await query<{ id: string; name: string; status: string; startsOn: string; endsOn: string | null }>(
      `select m.id, c.name, m.status::text as status, m.starts_on as "startsOn", m.ends_on as "endsOn" from matches m join children c on c.id = m.child_id
       where m.volunteer_id = $1 order by m.ends_on nulls first, m.starts_on desc limit 20`,
      [id],
    )
    return {
      cards: [
        {
          title: 'Children',
          lines: rows.map(({ id: match, name, status, startsOn, endsOn }) => ({
            record: { collection: 'matches', id: match },
            title: name,
            facts: [
              matchWorkflow.states[status],
              `From ${speakDate(startsOn)}${endsOn ? ` until ${speakDate(endsOn)}` : ''}`,
            ],
          })),
          none: 'No match yet.',
          ways: [{ words: 'Propose a match', href: '/admin/collections/matches/create' }],
        },
      ],
      shows: rows.map((match) => ({ collection: 'matches', id: match.id })),
    }
  },
}
