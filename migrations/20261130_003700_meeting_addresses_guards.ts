import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Where a meeting at somebody's home is stands apart from the meeting, and the database itself holds that. What was
 * kept until now is moved,
 * also out of messages that wait or were sent. Of matches that have not started it is taken from the audit who proposed
 * them and wrote down their steps.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    insert into meeting_addresses (meeting_id, address) select id, place from meetings where place_kind in ('home', 'private') and place <> 'At home';
    update notifications set details = jsonb_set(details::jsonb, '{place}', '"At home"')
      where subject_collection = 'meetings' and details ? 'place' and subject_record in (select id::text from meetings where place_kind in ('home', 'private'));
    update meetings set place = 'At home' where place_kind in ('home', 'private');
    alter table meetings add constraint a_home_is_kept_apart check (place_kind not in ('home', 'private') or place = 'At home');
    alter table meeting_addresses alter column meeting_id set not null, alter column address set not null;
    update matches m set
      proposed_by_id = (select a.actor_id::uuid from audit_events a join users u on u.id::text = a.actor_id::text where a.record_collection = 'matches' and a.record_id::text = m.id::text and a.action = 'create' and a.actor_kind = 'person' limit 1),
      steps_by = (
        select jsonb_object_agg(step, actor_id) from (
          select distinct on (d.step) d.step, a.actor_id, d.said -> 'after' as after from audit_events a cross join lateral jsonb_each(a.detail::jsonb) as d(step, said)
          where a.record_collection = 'matches' and a.record_id::text = m.id::text and a.action in ('create', 'change') and a.actor_kind = 'person'
            and d.step in ('goalsSetOn', 'parentsMetBy', 'parentsMetOn', 'school', 'schoolReason', 'introducedOn', 'firstReviewOn', 'childAgreedOn', 'riskAcceptedOn', 'riskAcceptedBy')
          order by d.step, a.sequence desc
        ) last where last.after <> 'null'::jsonb
      )
      where m.status = 'proposed';
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    alter table meetings drop constraint a_home_is_kept_apart;
    update meetings m set place = a.address from meeting_addresses a where a.meeting_id = m.id;
  `),
  )
}
