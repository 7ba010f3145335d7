import { routine, trigger, withheld, type Guard } from './guard.ts'

/** What a referee said on the telephone: it is confirmed or set aside by a later step, and otherwise stays. */
export const recruitment: readonly Guard[] = [
  routine({
    name: 'refuse_change_of_reference_answer()',
    is: `returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then
        raise exception 'What a referee said cannot be removed.' using errcode = 'restrict_violation';
      end if;
      if old.status <> 'to-confirm'
        or (old.reference_id, old.method, old.spoken_on, old.known_for, old.capacity, old.suitability, old.worry, old.worry_words, old.taken_by_id, old.created_at)
           is distinct from (new.reference_id, new.method, new.spoken_on, new.known_for, new.capacity, new.suitability, new.worry, new.worry_words, new.taken_by_id, new.created_at) then
        raise exception 'What a referee said cannot be changed.' using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$`,
  }),
  trigger({
    name: 'reference_answers_stay',
    table: 'reference_answers',
    fires: 'before update or delete',
    calls: 'refuse_change_of_reference_answer()',
  }),
  trigger({
    name: 'reference_answers_are_not_emptied',
    table: 'reference_answers',
    fires: 'before truncate',
    each: 'statement',
    calls: 'refuse_change()',
  }),
  withheld({ rights: 'delete, truncate', tables: ['reference_answers'] }),
]
