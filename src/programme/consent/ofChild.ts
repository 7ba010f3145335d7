import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { consentAnswersOf, type StoredAnswer } from './queries.ts'
import { CONSENT_ITEMS, consentStanding, type ConsentItem } from './rules.ts'

/** What the parents allow, item by item in words, from which answers, and who was asked and has not answered. */
export type ConsentOfChild = { items: Array<{ item: ConsentItem; label: string; isHeld: boolean; standing: string }>; answerIds: string[]; waiting: Array<{ id: string; guardianName: string }> }

/** How a child's consent stands on a date; for those alone who may read it [CON-2]. */
export const consentOfChild = async ({ query, childId, on }: { query: Query; childId: string; on: CalendarDate }): Promise<ConsentOfChild> => {
  const answers = await consentAnswersOf({ query, childId })
  const waiting = await query<{ id: string; guardianName: string }>(`select q.id, g.name as "guardianName" from consent_requests q join guardians g on g.id = q.guardian_id where q.child_id = $1 and q.status = 'open' order by g.name`, [childId])
  return {
    items: (Object.entries(CONSENT_ITEMS) as Array<[ConsentItem, string]>).map(([item, label]) => ({ item, label, ...inWords({ answers, item, on }) })),
    answerIds: answers.map(({ id }) => id),
    waiting,
  }
}

const inWords = ({ answers, item, on }: { answers: readonly StoredAnswer[]; item: ConsentItem; on: CalendarDate }): { isHeld: boolean; standing: string } => {
  const standing = consentStanding({ answers, item, on })
  // What reached us otherwise than by the parent's own link is told apart, as long as it is the latest word.
  const how = HOW[answers.findLast((answer) => answer.item === item)?.method ?? 'link']
  if (standing.held) return { isHeld: true, standing: `Yes${how}, asked again by ${speakDate(standing.until)}` }
  const since = standing.since && speakDate(standing.since)
  return { isHeld: false, standing: { 'never-asked': 'Not answered', refused: `No${how}, since ${since}`, expired: `Ran out on ${since}`, 'of-age': `18 since ${since}: the young person decides, and has not agreed` }[standing.why] }
}

const HOW = { link: '', paper: ' on paper', telephone: ' by telephone' } as const
