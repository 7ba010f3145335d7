import { routine, trigger, type Guard } from './guard.ts'

/** Finds by itself what refers to a child. */
const references: readonly Guard[] = [
  routine({
    name: 'child_references()',
    is: `returns table (place regclass, named name) language sql stable set search_path = public, pg_temp as $$
      select c.conrelid::regclass, a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'children'::regclass and c.conrelid <> 'child_merges'::regclass
        and not (c.confdeltype = 'c' and a.attname = 'parent_id') order by c.conrelid::regclass::text, a.attname
    $$`,
  }),
  routine({
    name: 'records_of_child(child uuid)',
    is: `returns table (place text, records bigint) language plpgsql stable set search_path = public, pg_temp as $$
    declare
      reference record;
    begin
      for reference in select * from child_references() r loop
        return query execute format('select %L::text, count(*) from %s where %I = $1', reference.place, reference.place, reference.named) using child;
      end loop;
    end
    $$`,
  }),
  {
    up: 'grant execute on function records_of_child(uuid), child_references(), is_being_joined(uuid, uuid) to mentoring_application;',
    down: '',
  },
]

/**
 * A final record moves with its child in the transaction that joins it, and changes in nothing else. `found_by` is what
 * PostgreSQL makes of the other columns, and only once a trigger like this has run.
 */
const finalRecordsMove: readonly Guard[] = [
  routine({
    name: 'refuse_change_but_joining()',
    is: `returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        if to_jsonb(new) - array['child_id', 'found_by'] = to_jsonb(old) - array['child_id', 'found_by'] and is_being_joined(old.child_id, new.child_id) then
          return new;
        end if;
      end if;
      raise exception 'A final record of % cannot be changed or removed.', tg_table_name using errcode = 'restrict_violation';
    end
    $$`,
  }),
]

/**
 * A record that was joined takes nothing more. A later migration that makes a table which refers to a child calls
 * `guard_child_references()` once more.
 */
const joinedTakeNothing: readonly Guard[] = [
  routine({
    name: 'refuse_joined_child()',
    is: `returns trigger language plpgsql as $$
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
    $$`,
  }),
  routine({
    name: 'guard_child_references()',
    calledBy: 'owner',
    is: `returns void language plpgsql set search_path = public, pg_temp as $$
    declare
      reference record;
    begin
      for reference in select * from child_references() union select 'children_stages'::regclass, 'parent_id'::name loop
        if reference.place <> 'children'::regclass then
          execute format('create or replace trigger %I before insert or update on %s for each row execute function refuse_joined_child(%L)', 'joined_' || reference.named || '_takes_nothing', reference.place, reference.named);
        end if;
      end loop;
    end
    $$`,
  }),
  {
    up: 'select guard_child_references();',
    down: `
    do $$ declare reference record; begin
      for reference in select * from child_references() union select 'children_stages'::regclass, 'parent_id'::name loop
        execute format('drop trigger if exists %I on %s', 'joined_' || reference.named || '_takes_nothing', reference.place);
      end loop;
    end $$;`,
  },
  routine({
    name: 'refuse_change_of_joined()',
    is: `returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        if new.merged_into_id is null then return new; end if;
      elsif old.merged_into_id is null then
        if new.merged_into_id is null or is_being_joined(old.id, new.merged_into_id) then return new; end if;
      elsif to_jsonb(new) - array['merged_into_id', 'found_by'] = to_jsonb(old) - array['merged_into_id', 'found_by'] and is_being_joined(old.merged_into_id, new.merged_into_id) then
        return new;
      end if;
      raise exception 'This child’s record was joined to another, or would be without two people who say so.' using errcode = 'KT409', detail = 'SAME-CHILD', hint = 'A record that was joined stays as it was. Open the one that was kept.';
    end
    $$`,
  }),
  trigger({
    name: 'joined_records_stay',
    table: 'children',
    fires: 'before insert or update',
    calls: 'refuse_change_of_joined()',
  }),
]

/** What the joining of two records of one child means for everything that refers to a child. */
export const joinedChildren: readonly Guard[] = [...references, ...finalRecordsMove, ...joinedTakeNothing]
