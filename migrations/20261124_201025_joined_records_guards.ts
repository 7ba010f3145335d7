import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What stands behind the joining of two records of one child: it is proposed by one person and carried out by another,
 * once; only
 * then, in that very transaction, does everything that refers to the child move, final records too, and nothing else of
 * them changes;
 * what was moved is kept; and a record that was joined takes nothing more. `child_references` finds by itself what
 * refers to a child.
 * A later migration that makes such a table calls `guard_child_references()` once more.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    alter table child_merges add constraint two_records_are_joined check (keep_id <> leave_id);
    alter table child_merges add constraint another_person_joins_them check (status <> 'done' or (carried_out_by_id is not null and proposed_by_id is not null and carried_out_by_id <> proposed_by_id));
    create unique index one_merge_a_record on child_merges (leave_id) where status in ('proposed', 'done');
    create table child_merge_runs (
      merge_id uuid primary key references child_merges (id),
      keep_id uuid not null,
      leave_id uuid not null,
      carried_out_in xid8 not null default pg_current_xact_id()
    );
    create table child_merge_moves (
      merge_id uuid not null references child_merge_runs (merge_id),
      table_name text not null,
      column_name text not null,
      record_id text not null,
      primary key (merge_id, table_name, column_name, record_id)
    );
    revoke insert, update, delete, truncate on child_merge_runs, child_merge_moves from mentoring_application;
    create trigger child_merge_runs_are_final before update or delete or truncate on child_merge_runs for each statement execute function refuse_change();
    create trigger child_merge_moves_are_final before update or delete or truncate on child_merge_moves for each statement execute function refuse_change();

    create function is_being_joined(leave uuid, keep uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select from child_merge_runs where carried_out_in = pg_current_xact_id_if_assigned() and leave_id = leave and keep_id = keep)
    $$;
    create function child_references() returns table (place regclass, named name) language sql stable set search_path = public, pg_temp as $$
      select c.conrelid::regclass, a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'children'::regclass and c.conrelid <> 'child_merges'::regclass
        and not (c.confdeltype = 'c' and a.attname = 'parent_id') order by c.conrelid::regclass::text, a.attname
    $$;
    create function records_of_child(child uuid) returns table (place text, records bigint) language plpgsql stable set search_path = public, pg_temp as $$
    declare
      reference record;
    begin
      for reference in select * from child_references() r loop
        return query execute format('select %L::text, count(*) from %s where %I = $1', reference.place, reference.place, reference.named) using child;
      end loop;
    end
    $$;

    create function refuse_change_but_joining() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        if to_jsonb(new) - 'child_id' = to_jsonb(old) - 'child_id' and is_being_joined(old.child_id, new.child_id) then
          return new;
        end if;
      end if;
      raise exception 'A final record of % cannot be changed or removed.', tg_table_name using errcode = 'restrict_violation';
    end
    $$;
    ${FINAL_TABLES_OF_CHILDREN.map(
      (table) => `
    drop trigger ${table}_are_final on ${table};
    create trigger ${table}_are_final before update or delete on ${table} for each row execute function refuse_change_but_joining();
    create trigger ${table}_are_not_emptied before truncate on ${table} for each statement execute function refuse_change();`,
    ).join('')}

    create function refuse_joined_child() returns trigger language plpgsql as $$
    declare
      child uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
      kept uuid;
    begin
      if child is null then
        return new;
      end if;
      if tg_op = 'UPDATE' then
        if child is not distinct from (to_jsonb(old) ->> tg_argv[0])::uuid then
          select merged_into_id into kept from children where id = child;
        else
          select merged_into_id into kept from children where id = child for key share;
        end if;
      else
        select merged_into_id into kept from children where id = child for key share;
      end if;
      if kept is not null then
        raise exception 'This child’s record was joined to another, and nothing more is kept on it.' using errcode = 'KT409', detail = 'SAME-CHILD', hint = 'Open it, follow the way to the record that was kept, and use that one.';
      end if;
      return new;
    end
    $$;
    create function guard_child_references() returns void language plpgsql set search_path = public, pg_temp as $$
    declare
      reference record;
    begin
      for reference in select * from child_references() union select 'children_stages'::regclass, 'parent_id'::name loop
        if reference.place <> 'children'::regclass then
          execute format('create or replace trigger %I before insert or update on %s for each row execute function refuse_joined_child(%L)', 'joined_' || reference.named || '_takes_nothing', reference.place, reference.named);
        end if;
      end loop;
    end
    $$;
    select guard_child_references();

    create function refuse_change_of_joined() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        if new.merged_into_id is null then return new; end if;
      elsif old.merged_into_id is null then
        if new.merged_into_id is null or is_being_joined(old.id, new.merged_into_id) then return new; end if;
      elsif to_jsonb(new) - 'merged_into_id' = to_jsonb(old) - 'merged_into_id' and is_being_joined(old.merged_into_id, new.merged_into_id) then
        return new;
      end if;
      raise exception 'This child’s record was joined to another, or would be without two people who say so.' using errcode = 'KT409', detail = 'SAME-CHILD', hint = 'A record that was joined stays as it was. Open the one that was kept.';
    end
    $$;
    create trigger joined_records_stay before insert or update on children for each row execute function refuse_change_of_joined();

    create function keep_to_merge() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        if new.status = 'proposed' and new.carried_out_by_id is null then return new; end if;
      elsif tg_op = 'UPDATE' then
        if old.status = 'proposed' and (old.id, old.keep_id, old.leave_id, old.why, old.proposed_by_id, old.created_at) is not distinct from (new.id, new.keep_id, new.leave_id, new.why, new.proposed_by_id, new.created_at) then
          return new;
        end if;
      end if;
      raise exception 'Who joined which records stays as it was.' using errcode = 'restrict_violation';
    end
    $$;
    create trigger child_merges_stay before insert or update or delete on child_merges for each row execute function keep_to_merge();
    create trigger child_merges_are_not_emptied before truncate on child_merges for each statement execute function refuse_change();
    create function was_joined_indeed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if not exists (select from child_merge_runs where merge_id = new.id) then
        raise exception 'Records are joined in the transaction that says so.' using errcode = 'restrict_violation';
      end if;
      return null;
    end
    $$;
    create constraint trigger child_merges_are_carried_out after update on child_merges deferrable initially deferred for each row when (new.status = 'done') execute function was_joined_indeed();

    create function carry_out_child_merge(given uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      keep uuid;
      leave uuid;
      reference record;
      stays text;
    begin
      select keep_id, leave_id into keep, leave from child_merges where id = given and status = 'done' and xmin = pg_current_xact_id()::xid;
      if keep is null then
        raise exception 'Records are joined in the transaction in which that is decided.' using errcode = 'restrict_violation';
      end if;
      perform from children where id in (keep, leave) order by id for update;
      if exists (select from children where id in (keep, leave) and merged_into_id is not null) then
        raise exception 'One of these records was joined to another already.' using errcode = 'KT409', detail = 'SAME-CHILD', hint = 'Use the record that was kept.';
      end if;
      insert into child_merge_runs (merge_id, keep_id, leave_id) values (given, keep, leave);
      update children set merged_into_id = keep, row_version = row_version + 1 where id = leave;
      for reference in select * from child_references() loop
        -- Of what each child has once, the kept record's own stays, and so does a link between the two as brothers and sisters.
        stays := case reference.place::text
          when 'child_backgrounds' then ' and not exists (select from child_backgrounds where child_id = $1)'
          when 'medical_needs' then ' and not exists (select from medical_needs where child_id = $1)'
          when 'sibling_links' then ' and $1 not in (child_id, sibling_id)'
          else '' end;
        execute format('with moved as (update %s set %I = $1 where %I = $2%s returning id) insert into child_merge_moves select $3, %L, %L, id::text from moved', reference.place, reference.named, reference.named, stays, reference.place, reference.named)
          using keep, leave, given;
      end loop;
    end
    $$;
    revoke all on function carry_out_child_merge(uuid), guard_child_references() from public;
    grant execute on function carry_out_child_merge(uuid), records_of_child(uuid), child_references(), is_being_joined(uuid, uuid) to mentoring_application;
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    do $$ declare reference record; begin
      for reference in select * from child_references() union select 'children_stages'::regclass, 'parent_id'::name loop
        execute format('drop trigger if exists %I on %s', 'joined_' || reference.named || '_takes_nothing', reference.place);
      end loop;
    end $$;
    ${FINAL_TABLES_OF_CHILDREN.map(
      (table) => `
    drop trigger ${table}_are_not_emptied on ${table};
    drop trigger ${table}_are_final on ${table};
    create trigger ${table}_are_final before update or delete or truncate on ${table} for each statement execute function refuse_change();`,
    ).join('')}
    drop trigger joined_records_stay on children;
    drop trigger child_merges_are_carried_out on child_merges;
    drop trigger child_merges_are_not_emptied on child_merges;
    drop trigger child_merges_stay on child_merges;
    drop function carry_out_child_merge(uuid);
    drop function was_joined_indeed();
    drop function keep_to_merge();
    drop function refuse_change_of_joined();
    drop function guard_child_references();
    drop function refuse_joined_child();
    drop function refuse_change_but_joining();
    drop function records_of_child(uuid);
    drop function child_references();
    drop function is_being_joined(uuid, uuid);
    drop table child_merge_moves;
    drop table child_merge_runs;
    drop index one_merge_a_record;
    alter table child_merges drop constraint another_person_joins_them;
    alter table child_merges drop constraint two_records_are_joined;
  `),
  )
}

const FINAL_TABLES_OF_CHILDREN = ['consents', 'session_logs']
