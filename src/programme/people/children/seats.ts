import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'

/** A person by name. */
export type Named = { id: string; name: string }

/** Who sits on the committee on a day, and who could be given a seat: trustees and co-ordinators who have none. */
export type Seats = { committee: readonly Named[]; candidates: readonly Named[] }

/** The same as of a date, of open accounts alone. */
export const seatsOn = async ({ query, on }: { query: Query; on: CalendarDate }): Promise<Seats> => {
  const people = await query<Named & { isMember: boolean }>(
    `select u.id, u.name, bool_or(g.role = 'committee') as "isMember" from users u join role_grants g on g.user_id = u.id
     where u.standing = 'open' and g.role in ('committee', 'trustee', 'co-ordinator') and g.starts_on <= $1 and (g.ends_on is null or $1 <= g.ends_on) group by u.id order by u.name, u.id`,
    [on],
  )
  const named = ({ id, name }: Named): Named => ({ id, name })
  return {
    committee: people.filter(({ isMember }) => isMember).map(named),
    candidates: people.filter(({ isMember }) => !isMember).map(named),
  }
}

/**
 * Whom to ask; where too few sit on the committee who are not involved, who could be added, so that nothing is ever
 * stuck [ORG-1].
 */
export const whoElse = ({
  seats: { committee, candidates },
  without,
  missing,
}: {
  seats: Seats
  without: ReadonlyArray<string | null>
  missing: number
}): string => {
  const free = committee.filter(({ id }) => !without.includes(id))
  if (free.length >= missing) return `Ask ${namesOf(free)}.`
  const added = candidates.length > 0 ? `, for example to ${namesOf(candidates)}` : ''
  return `${free.length === 0 ? 'Nobody else who sits on the committee is free to do it' : `Only ${namesOf(free)} can still do it`}. An administrator can give the committee role to somebody more${added}.`
}

const namesOf = (people: readonly Named[]): string => {
  const names = [...new Set(people.map(({ name }) => name))].slice(0, 3)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}
