import { routine, table, trigger, withheld, type Guard } from './guard.ts'

/** That two records were joined, in which transaction, and what was moved. */
const runs: readonly Guard[] = [
  table({
    name: 'child_merge_runs',
    holds: `
      merge_id uuid primary key references child_merges (id),
      keep_id uuid not null,
      leave_id uuid not null,
      carried_out_in xid8 not null default pg_current_xact_id()`,
  }),
  table({
    name: 'child_merge_moves',
    holds: `
      merge_id uuid not null references child_merge_runs (merge_id),
      table_name text not null,
      column_name text not null,
      record_id text not null,
      primary key (merge_id, table_name, column_name, record_id)`,
  }),
  withheld({ rights: 'insert', tables: ['child_merge_runs', 'child_merge_moves'] }),
  routine({
    name: 'is_being_joined(leave uuid, keep uuid)',
    is: `returns boolean language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select from child_merge_runs where carried_out_in = pg_current_xact_id_if_assigned() and leave_id = leave and keep_id = keep)
    $$`,
  }),
]

/** It is proposed by one person and carried out by another, once. */
const twoPeople: readonly Guard[] = [
  routine({
    name: 'keep_to_merge()',
    is: `returns trigger language plpgsql as $$
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
    $$`,
  }),
  trigger({
    name: 'child_merges_stay',
    table: 'child_merges',
    fires: 'before insert or update or delete',
    calls: 'keep_to_merge()',
  }),
  trigger({
    name: 'child_merges_are_not_emptied',
    table: 'child_merges',
    fires: 'before truncate',
    each: 'statement',
    calls: 'refuse_change()',
  }),
  routine({
    name: 'was_joined_indeed()',
    is: `returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if not exists (select from child_merge_runs where merge_id = new.id) then
        raise exception 'Records are joined in the transaction that says so.' using errcode = 'restrict_violation';
      end if;
      return null;
    end
    $$`,
  }),
  {
    up: "create constraint trigger child_merges_are_carried_out after update on child_merges deferrable initially deferred for each row when (new.status = 'done') execute function was_joined_indeed();",
    down: 'drop trigger child_merges_are_carried_out on child_merges;',
  },
]

/** In that very transaction everything that refers to the child moves, final records too; what was moved is kept. */
const carryingOut: readonly Guard[] = [
  routine({
    name: 'carry_out_child_merge(given uuid)',
    calledBy: 'application',
    is: `returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
    $$`,
  }),
]

export const merging: readonly Guard[] = [...runs, ...twoPeople, ...carryingOut]
