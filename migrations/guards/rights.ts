import { withheld, type Guard } from './guard.ts'

/**
 * What the application may do: read and write every table, those of later migrations too, and draw from the sequences
 * by which Payload numbers its own links. It owns nothing and may empty nothing; what else is kept from it stands
 * beside what it is kept from.
 */
export const rights: readonly Guard[] = [
  {
    up: `
    do $$ begin
      if not exists (select from pg_roles where rolname = 'mentoring_application') then
        begin
          create role mentoring_application nologin;
        exception when duplicate_object or unique_violation then null; -- another database of the same cluster made it in this very moment
        end;
      end if;
    end $$;
    grant usage on schema public to mentoring_application;
    grant select, insert, update, delete on all tables in schema public to mentoring_application;
    grant usage on all sequences in schema public to mentoring_application;
    alter default privileges in schema public grant select, insert, update, delete on tables to mentoring_application;
    alter default privileges in schema public grant usage on sequences to mentoring_application;`,
    // The role stays: other databases of the cluster may use it.
    down: `
    alter default privileges in schema public revoke usage on sequences from mentoring_application;
    alter default privileges in schema public revoke select, insert, update, delete on tables from mentoring_application;
    revoke all on all sequences in schema public from mentoring_application;
    revoke all on all tables in schema public from mentoring_application;
    revoke usage on schema public from mentoring_application;`,
  },
  withheld({ rights: 'insert, update, delete, truncate', tables: ['payload_migrations'] }),
]
