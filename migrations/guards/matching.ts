import { routine, trigger, type Guard } from './guard.ts'

/** Nobody has more children than they may have. */
export const matching: readonly Guard[] = [
  routine({
    name: 'keep_to_capacity()',
    is: `returns trigger language plpgsql as $$
    declare
      most numeric := greatest(
        coalesce((select volunteer_capacity from programme_settings limit 1), 2),
        coalesce((select max(children) from capacity_overrides where volunteer_id = new.volunteer_id and status = 'approved'), 0));
    begin
      if (select count(*) from matches where volunteer_id = new.volunteer_id and status = 'active' and id <> new.id) + 1 > most then
        raise exception 'This volunteer has as many children as they may have.' using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$`,
  }),
  trigger({
    name: 'volunteers_keep_to_capacity',
    table: 'matches',
    fires: 'before insert or update of status, volunteer_id',
    when: "new.status = 'active'",
    calls: 'keep_to_capacity()',
  }),
]
