import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What stands behind applications and references in the database itself: final words, one answer a reference, one
 * subject each, calendar dates.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    ${FINAL_TABLES.map((table) => `create trigger ${table}_are_final before update or delete or truncate on ${table} for each statement execute function refuse_change();`).join('\n')}
    revoke update, delete, truncate on ${FINAL_TABLES.join(', ')} from mentoring_application;
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} add constraint ${table}_${column}_is_a_date check (${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and ${column} = to_char(to_date(${column}, 'YYYY-MM-DD'), 'YYYY-MM-DD'));`).join('\n')}
    ${ONE_SUBJECT.map((table) => `alter table ${table} add constraint ${table}_have_one_subject check ((application_id is null) <> (volunteer_id is null));`).join('\n')}
    create unique index one_declaration_an_application on self_declarations (application_id);
    create unique index one_live_answer_a_reference on reference_answers (reference_id) where status <> 'set-aside';
    create index applications_undecided on applications (status, received_on) where status in ('received', 'considered', 'interview-planned', 'interviewed');
    create function refuse_change_of_reference_answer() returns trigger language plpgsql as $$
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
    $$;
    create trigger reference_answers_stay before update or delete on reference_answers for each row execute function refuse_change_of_reference_answer();
    create trigger reference_answers_are_not_emptied before truncate on reference_answers for each statement execute function refuse_change();
    revoke delete, truncate on reference_answers from mentoring_application;
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    drop trigger reference_answers_are_not_emptied on reference_answers;
    drop trigger reference_answers_stay on reference_answers;
    drop function refuse_change_of_reference_answer();
    drop index applications_undecided;
    drop index one_live_answer_a_reference;
    drop index one_declaration_an_application;
    ${ONE_SUBJECT.map((table) => `alter table ${table} drop constraint ${table}_have_one_subject;`).join('\n')}
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} drop constraint ${table}_${column}_is_a_date;`).join('\n')}
    ${FINAL_TABLES.map((table) => `drop trigger ${table}_are_final on ${table};`).join('\n')}
  `),
  )
}

const FINAL_TABLES = ['self_declarations', 'interview_notes']

const ONE_SUBJECT = ['self_declarations', 'volunteer_references']

const CALENDAR_DATES = [
  ['applications', 'born_on'],
  ['applications', 'received_on'],
  ['applications', 'interviewed_on'],
  ['reference_answers', 'spoken_on'],
  ['reference_answers', 'held_on'],
  ['self_declarations', 'declared_on'],
] as const
