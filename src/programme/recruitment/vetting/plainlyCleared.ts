import type { Query } from '../../../core/database/query.ts'
import { daysAfter, londonMoment, type CalendarDate } from '../../../core/clock/londonDates.ts'
import { isAdultSql } from '../../people/adulthood.ts'
import { REFERENCES_NEEDED } from '../references/rules.ts'

/** Somebody who may lack something, as far as the next ones are found by it. */
export type VolunteerInOrder = {
  id: string
  rowVersion: number
  name: string
  standing: 'joining' | 'active'
  userId: string | null
}

type Given = { query: Query; on: CalendarDate; after: VolunteerInOrder | undefined; limit: number }

/**
 * The volunteers who are joining or active and not plainly cleared on a date, who is joining first, then by name, after
 * the one that is given, `limit` at most. Whether they lack anything the rules say [VOL-3], not this: it leaves out
 * only those of whom PostgreSQL can see at a glance that nothing is missing, so that thousands need not be read one by
 * one.
 */
export const notPlainlyCleared = ({ query, on, after, limit }: Given): Promise<VolunteerInOrder[]> =>
  query<VolunteerInOrder>(NOT_PLAINLY_CLEARED, [
    on,
    REFERENCES_NEEDED,
    after?.standing === 'active',
    after?.name ?? '',
    after?.id ?? null,
    limit,
    londonMoment({ date: daysAfter({ date: on, days: 1 }), time: '00:00' }).toISOString(),
  ])

const NOT_PLAINLY_CLEARED = `
  with current_version as materialized (
    select distinct on (p.id) p.id as policy_id, split_part(v.number, '.', 1) as major
    from policies p join policy_versions v on v.policy_id = p.id and v.status in ('adopted', 'superseded') and v.adopted_on <= $1
    where p.must_be_accepted order by p.id, v.adopted_on desc, v.created_at desc
  ),
  counting_version as materialized (
    select v.id, v.policy_id from policy_versions v join current_version c on c.policy_id = v.policy_id and c.major = split_part(v.number, '.', 1)
  ),
  has_signed as (
    select a.user_id from policy_acceptances a join counting_version v on v.id = a.version_id where a.accepted_at < $7::timestamptz
    group by a.user_id having count(distinct v.policy_id) = (select count(*) from current_version)
  ),
  is_vetted as (
    select r.volunteer_id from vetting_records r
    where r.status = 'standing' and r.taken_on <= $1 and (r.valid_until is null or $1 <= r.valid_until)
    group by r.volunteer_id having bool_or(r.kind = 'committee-approval')
      and bool_or(r.kind = 'dbs-check' and r.level = 'enhanced-barred' and r.valid_until is not null and r.id not in (select s.check_id from dbs_status_checks s where s.result <> 'no-change' and s.check_id is not null))
      and bool_or(r.kind = 'safeguarding-training' and r.face_to_face)
      and bool_or(r.kind = 'induction' and r.covered_purpose and r.covered_objective and r.covered_conduct and r.covered_role and r.covered_boundaries)
  ),
  is_vouched_for as (
    select coalesce(r.volunteer_id, a.volunteer_id) as volunteer_id from reference_answers w join volunteer_references r on r.id = w.reference_id left join applications a on a.id = r.application_id
    where w.status = 'held' and w.capacity <> 'family' and w.held_on <= $1
    group by coalesce(r.volunteer_id, a.volunteer_id) having count(*) >= $2
  ),
  has_declared as (
    select coalesce(d.volunteer_id, a.volunteer_id) as volunteer_id from self_declarations d left join applications a on a.id = d.application_id where d.declared_on <= $1
  )
  select v.id, v.row_version::float8 as "rowVersion", v.name, v.standing::text as standing, v.user_id as "userId" from volunteers v
  where v.standing in ('joining', 'active') and ($5::uuid is null or (v.standing = 'active', v.name, v.id) > ($3, $4, $5::uuid))
    and (v.standing = 'joining' or not (
      ${isAdultSql({ bornOn: 'v.born_on', on: '$1::text' })} and replace(v.mobile, ' ', '') ~ '^(0|[+]44)7[0-9]{9}$'
      and v.user_id in (select user_id from has_signed) and v.id in (select volunteer_id from is_vetted)
      and v.id in (select volunteer_id from is_vouched_for) and v.id in (select volunteer_id from has_declared)
    ) is true)
  order by v.standing = 'active', v.name, v.id limit $6`
