import { daysAfter, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { askedDocumentsOf } from '../queries.ts'
import { acceptanceOf, type Acceptance } from '../rules.ts'

/**
 * A volunteer who is active or being cleared, and how each of the documents that they are asked to accept stands with
 * them.
 */
export type Signer = {
  volunteerId: string
  userId: string
  name: string
  documents: Array<{ kind: string; title: string; standing: Acceptance }>
}

/** Who has signed what, as of a date: every volunteer who is asked, by name [POL-4]. */
export const signersOn = async ({ query, on }: { query: Query; on: CalendarDate }): Promise<Signer[]> => {
  const people = await query<Omit<Signer, 'documents'>>(
    `select v.id as "volunteerId", v.user_id as "userId", v.name from volunteers v join users u on u.id = v.user_id and u.standing = 'open' where v.standing in ('joining', 'active') order by v.name, v.id`,
  )
  const asked = await askedDocumentsOf({ query, userIds: people.map(({ userId }) => userId) })
  return people.map((person) => ({
    ...person,
    documents: (asked.get(person.userId) ?? []).flatMap((document) => {
      const standing = acceptanceOf({ document, on })
      return standing ? [{ kind: document.kind, title: document.title, standing }] : []
    }),
  }))
}

/** The documents that somebody still has to accept. */
export const unsignedOf = ({ documents }: Signer): Signer['documents'] =>
  documents.filter(({ standing }) => standing.state !== 'accepted')

/** How many days before the last day of grace volunteers are reminded, the earliest first [POL-4]. */
export const REMINDED_DAYS_BEFORE = [14, 7, 1] as const

/**
 * How many days before its review date the committee is chased about a document, the earliest first; 0 is the day
 * itself [POL-5].
 */
export const REVIEW_DAYS_BEFORE = [60, 30, 0] as const

/**
 * Which of some reminders is due for a day, as the days that it speaks of; undefined while the day is far off. After
 * the day, the last.
 */
export const reminderDue = <Days extends number>({
  by,
  today,
  reminders,
}: {
  by: CalendarDate
  today: CalendarDate
  reminders: readonly Days[]
}): Days | undefined => [...reminders].reverse().find((days) => by <= daysAfter({ date: today, days }))
