import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'

/** A child with those around them, as the committee knows them. */
export type ChildAtHome = {
  name: string
  knownAs: string | null
  bornOn: CalendarDate | null
  family: { id: string; name: string }
  guardians: Array<{ id: string; name: string; relationship: string | null; mobile: string | null; mayBeContacted: boolean; mayDecide: boolean }>
  keyWorkers: Array<{ id: string; name: string; role: string; organisation: string | null }>
  memberships: Array<{ id: string; since: CalendarDate; until: CalendarDate | null; attended: string | null }>
  background: { id: string; words: string } | null
}

/** A child's family, parents and carers, key workers, membership and background, in one statement; for those alone who may read them all. */
export const childAtHome = async ({ query, childId }: { query: Query; childId: string }): Promise<ChildAtHome | undefined> => {
  const [row] = await query<ChildAtHome>(
    `select c.name, nullif(c.known_as, '') as "knownAs", c.born_on as "bornOn", json_build_object('id', f.id, 'name', f.name) as family,
       coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'relationship', g.relationship, 'mobile', g.mobile, 'mayBeContacted', g.contact_rule = 'usual', 'mayDecide', coalesce(g.parental_responsibility, false)) order by g.name)
         from guardians g where g.family_id = f.id), '[]') as guardians,
       coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'role', k.role, 'organisation', k.organisation) order by k.name) from key_workers k where k.child_id = c.id), '[]') as "keyWorkers",
       coalesce((select json_agg(json_build_object('id', m.id, 'since', m.since, 'until', m.until, 'attended', m.attended) order by m.since desc) from memberships m where m.child_id = c.id), '[]') as memberships,
       (select json_build_object('id', b.id, 'words', b.background) from child_backgrounds b where b.child_id = c.id) as background
     from children c join families f on f.id = c.family_id where c.id = $1`,
    [childId],
  )
  return row
}
