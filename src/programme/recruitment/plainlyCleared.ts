import type { Query } from '../../core/database/query.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import { REFERENCES_NEEDED } from './references/rules.ts'

/** Somebody who may lack something, as far as the next ones are found by it. */
export type VolunteerInOrder = { id: string; rowVersion: number; name: string; standing: 'joining' | 'active'; userId: string | null }

type Given = { query: Query; on: CalendarDate; after: VolunteerInOrder | undefined; limit: number }

/**
 * The volunteers who are joining or active and not plainly cleared on a date, who is joining first, then by name, after the one
 * that is given, `limit` at most. Whether they lack anything the rules say [VOL-3], not this: it leaves out only those of whom
 * PostgreSQL can see at a glance that nothing is missing, so that thousands need not be read one by one.
 */
export const notPlainlyCleared = ({ query, on, after, limit }: Given): Promise<VolunteerInOrder[]> =>
  query<VolunteerInOrder>(NOT_PLAINLY_CLEARED, [on, REFERENCES_NEEDED, after?.standing === 'active', after?.name ?? '', after?.id ?? null, limit])

const NOT_PLAINLY_CLEARED = `
  with current_version as (
    select distinct on (p.id) p.id as policy_id, split_part(v.number, '.', 1) as major
    from policies p join policy_versions v on v.policy_id = p.id and v.status in ('adopted', 'superseded') and v.adopted_on <= $1
    where p.must_be_accepted order by p.id, v.adopted_on desc, v.created_at desc
  ),
  has_signed as (
    select a.user_id from policy_acceptances a join policy_versions v on v.id = a.version_id join current_version c on c.policy_id = v.policy_id and c.major = split_part(v.number, '.', 1)
    where a.accepted_at < ($1::text::date + 1)::timestamp at time zone 'Europe/London'
    group by a.user_id having count(distinct v.policy_id) = (select count(*) from current_version)
  ),
  is_vetted as (
    select r.volunteer_id from vetting_records r
    where r.status = 'standing' and r.taken_on <= $1 and (r.valid_until is null or $1 <= r.valid_until) and (
      r.kind = 'committee-approval'
      or r.kind = 'dbs-check' and r.level = 'enhanced-barred' and r.valid_until is not null and not exists (select from dbs_status_checks s where s.check_id = r.id and s.result <> 'no-change')
      or r.kind = 'safeguarding-training' and r.face_to_face
      or r.kind = 'induction' and r.covered_purpose and r.covered_objective and r.covered_conduct and r.covered_role and r.covered_boundaries
    )
    group by r.volunteer_id having count(distinct r.kind) = 4
  ),
  held as (
    select r.id, w.held_on, r.volunteer_id, r.application_id from volunteer_references r join reference_answers w on w.reference_id = r.id and w.status = 'held' and w.capacity <> 'family' and w.held_on <= $1
  ),
  is_vouched_for as (
    select volunteer_id from (select id, volunteer_id from held where volunteer_id is not null union select h.id, a.volunteer_id from held h join applications a on a.id = h.application_id where a.volunteer_id is not null) h
    group by volunteer_id having count(*) >= $2
  ),
  has_declared as (
    select volunteer_id from self_declarations where volunteer_id is not null and declared_on <= $1
    union select a.volunteer_id from self_declarations d join applications a on a.id = d.application_id where a.volunteer_id is not null and d.declared_on <= $1
  )
  select v.id, v.row_version::float8 as "rowVersion", v.name, v.standing::text as standing, v.user_id as "userId" from volunteers v
  where v.standing in ('joining', 'active') and ($5::uuid is null or (v.standing = 'active', v.name, v.id) > ($3, $4, $5::uuid))
    and (v.standing = 'joining' or not (
      v.born_on <= to_char($1::text::date - interval '18 years', 'YYYY-MM-DD') and replace(v.mobile, ' ', '') ~ '^(0|[+]44)7[0-9]{9}$'
      and v.user_id in (select user_id from has_signed) and v.id in (select volunteer_id from is_vetted)
      and v.id in (select volunteer_id from is_vouched_for) and v.id in (select volunteer_id from has_declared)
    ) is true)
  order by v.standing = 'active', v.name, v.id limit $6`
