/**
 * Locks records one after the other in the order given, for migrations to create. A function and not a join, because
 * PostgreSQL promises no order for the rows of a statement; and one statement instead of one for each record.
 */
export const createLockRecords = `
create function lock_records(tables text[], ids uuid[]) returns void language plpgsql as $$
begin
  for place in 1 .. cardinality(tables) loop
    execute format('select from %I where id = $1 for no key update', tables[place]) using ids[place];
  end loop;
end
$$;
revoke all on function lock_records(text[], uuid[]) from public;
grant execute on function lock_records(text[], uuid[]) to mentoring_application;
`

/** The way back from `createLockRecords`. */
export const dropLockRecords = 'drop function lock_records(text[], uuid[]);'
