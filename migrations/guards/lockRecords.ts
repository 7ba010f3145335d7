import { routine, type Guard } from './guard.ts'

/**
 * Locks records one after the other in the order given. A function and not a join, because PostgreSQL promises no order
 * for the rows of a statement; and one statement instead of one for each record.
 */
export const lockRecords: readonly Guard[] = [
  routine({
    name: 'lock_records(tables text[], ids uuid[])',
    calledBy: 'application',
    is: `returns void language plpgsql as $$
begin
  for place in 1 .. cardinality(tables) loop
    execute format('select from %I where id = $1 for no key update', tables[place]) using ids[place];
  end loop;
end
$$`,
  }),
]
