import type { PersonActor } from '../../core/access/actor.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { mayBeWrittenTo, type Reachable } from '../people/families/contactRules.ts'
import { childName } from '../people/names.ts'
import { isCaseworker } from '../people/roles.ts'
import { matchesSeen } from './matchesSeen.ts'

/** A match as the child's own page shows it. Never an address [VOL-8]. */
export type MatchDetail = {
  matchId: string
  status: 'proposed' | 'active'
  childId: string
  childName: string
  fullName: string
  frequency: string
  startsOn: CalendarDate
  /** When the pair and the family look back for the first time; null while no day is set. */
  firstReviewOn: CalendarDate | null
  committeeContact: string
}

/**
 * A parent or carer, and how they are reached. Of somebody who must not be contacted there is neither number nor
 * address; of somebody to be written to alone, `mobile` takes messages and no calls [CON-8].
 */
export type FamilyContact = Reachable & { id: string; mobile: string | null; email: string | null }

/**
 * One match through which this person sees the child on a date; undefined when it is not there, is over, or is somebody
 * else's [MAT-7].
 */
export const matchById = async ({
  query,
  actor,
  id,
  on,
}: {
  query: Query
  actor: PersonActor
  id: string
  on: CalendarDate
}): Promise<MatchDetail | undefined> => {
  const seen = await matchesSeen({ query, actor, on })
  const [row] = await query<MatchDetail>(
    `select m.id as "matchId", m.status::text as status, c.id as "childId", ${childName.spoken('c')} as "childName", ${childName.inFull('c')} as "fullName", m.frequency::text as frequency, m.starts_on as "startsOn", m.first_review_on as "firstReviewOn", u.name as "committeeContact"
     from matches m join children c on c.id = m.child_id join users u on u.id = m.committee_contact_id
     where m.id = $1 and (m.id::text = any($2::text[]) or ($3 and m.status in ('proposed', 'active') and (m.ends_on is null or $4 <= m.ends_on)))`,
    [id, seen.map((match) => match.id), isCaseworker(actor), on],
  )
  return row
}

/**
 * Who of the committee somebody turns to: the contacts of the matches of a volunteer, or of a child, on a date, by name
 * [SAF-2]. As an expression in SQL, names in JSON: `id` and `on` are where the two values stand.
 */
export const committeeContacts = ({
  whose,
  id,
  on,
}: {
  whose: 'volunteer_id' | 'child_id'
  id: string
  on: string
}): string =>
  `to_json(array(select distinct u.name from matches m join users u on u.id = m.committee_contact_id and u.standing = 'open' where m.${whose} = ${id} and m.status = 'active' and (m.ends_on is null or ${on} <= m.ends_on) order by u.name))`

/** The same of a child, for their family. */
export const committeeContactsOfChild = async ({
  query,
  childId,
  on,
}: {
  query: Query
  childId: string
  on: CalendarDate
}): Promise<string[]> =>
  (
    await query<{ names: string[] }>(
      `select ${committeeContacts({ whose: 'child_id', id: '$1', on: '$2' })} as names`,
      [childId, on],
    )
  ).flatMap(({ names }) => names)

/** The parents and carers of a child, those who may be contacted first. */
export const contactsOf = ({ query, childId }: { query: Query; childId: string }): Promise<FamilyContact[]> =>
  query<FamilyContact>(
    `select g.id, g.name, nullif(g.relationship, '') as relationship, g.contact_rule::text as "contactRule", nullif(g.contact_words, '') as "contactWords", g.preferred_way::text as "preferredWay", g.form_language::text as "formLanguage", nullif(g.language, '') as language,
       case when ${mayBeWrittenTo('g')} then g.mobile end as mobile, case when ${mayBeWrittenTo('g')} then g.email end as email
     from guardians g join children c on c.family_id = g.family_id where c.id = $1 order by g.contact_rule = 'none', g.name`,
    [childId],
  )
