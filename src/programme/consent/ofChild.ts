import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { lastDayBefore } from './answers/endings.ts'
import { consentAnswersOf, type StoredAnswer } from './queries.ts'
import { CONSENT_ITEMS, consentState, type ConsentItem } from './rules.ts'

/**
 * What the parents allow, item by item in words, with what each of them said last, from which answers, and who was
 * asked and has not answered.
 */
export type ConsentOfChild = {
  items: Array<{ item: ConsentItem; label: string; isHeld: boolean; standing: string; said: string[] }>
  answerIds: string[]
  waiting: Array<{ id: string; guardianName: string }>
}

/** How a child's consent stands on a date; for those alone who may read it [CON-2]. */
export const consentOfChild = async ({
  query,
  childId,
  on,
}: {
  query: Query
  childId: string
  on: CalendarDate
}): Promise<ConsentOfChild> => {
  const answers = await consentAnswersOf({ query, childId })
  const waiting = await query<{ id: string; guardianName: string }>(
    `select q.id, g.name as "guardianName" from consent_requests q join guardians g on g.id = q.guardian_id where q.child_id = $1 and q.status = 'open' order by g.name`,
    [childId],
  )
  const deciders = await query<{ id: string; name: string }>(
    'select id, name from guardians where id = any($1::uuid[]) order by name, id',
    [answers.map(({ guardianId }) => guardianId)],
  )
  return {
    items: (Object.entries(CONSENT_ITEMS) as Array<[ConsentItem, string]>).map(([item, label]) => ({
      item,
      label,
      ...inWords({ answers, item, on }),
      said: deciders.flatMap((decider) => saidBy({ decider, answers, item })),
    })),
    answerIds: answers.map(({ id }) => id),
    waiting,
  }
}

const inWords = ({
  answers,
  item,
  on,
}: {
  answers: readonly StoredAnswer[]
  item: ConsentItem
  on: CalendarDate
}): { isHeld: boolean; standing: string } => {
  const standing = consentState({ answers, item, on })
  // What reached us otherwise than by the parent's own link is told apart, as long as it is the latest word.
  const how = HOW[answers.findLast((answer) => answer.item === item)?.method ?? 'link']
  if (standing.held) return { isHeld: true, standing: `Yes${how}, asked again by ${speakDate(standing.until)}` }
  const since = standing.since && speakDate(standing.since)
  return {
    isHeld: false,
    standing: {
      'never-asked': 'Not answered',
      refused: `No${how}, since ${since}`,
      expired: `Ran out on ${since}`,
      'of-age': `18 since ${since}: the young person decides, and has not agreed`,
    }[standing.why],
  }
}

/** What one of them said last to a point: "Alex Testerton: yes on paper, 3 March 2026, until 2 March 2027". */
const saidBy = ({
  decider: { id, name },
  answers,
  item,
}: {
  decider: { id: string; name: string }
  answers: readonly StoredAnswer[]
  item: ConsentItem
}): string[] => {
  const last = answers
    .filter((answer) => answer.item === item && answer.guardianId === id)
    .reduce<StoredAnswer | undefined>(
      (latest, answer) => (latest && latest.decidedOn > answer.decidedOn ? latest : answer),
      undefined,
    )
  if (!last) return []
  return [
    `${name}: ${last.answer}${last.method === 'link' ? ' by link' : HOW[last.method]}, ${speakDate(last.decidedOn)}${last.until === null ? '' : `, until ${speakDate(lastDayBefore(last.until))}`}`,
  ]
}

const HOW = { link: '', paper: ' on paper', telephone: ' by telephone' } as const
