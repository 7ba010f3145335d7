import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What is kept beside a consent request: by which earlier links it was known (their digests, of which no link can be
 * made), so that
 * whoever comes by one can be sent the newest; what each answer was, as its copy prints it; and the number of each file
 * made of that.
 * The application adds to the copies and changes nothing; the links are kept by the database itself, whatever the door.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    create table past_consent_links (
      digest text primary key,
      request_id uuid not null references consent_requests (id) on delete cascade
    );
    create index past_consent_links_request on past_consent_links (request_id);
    create function keep_past_consent_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into past_consent_links (digest, request_id) values (old.link_digest, old.id) on conflict do nothing;
      return null;
    end
    $$;
    create trigger past_links_are_kept after update of link_digest on consent_requests for each row
      when (old.link_digest is not null and old.link_digest is distinct from new.link_digest) execute function keep_past_consent_link();
    revoke insert, update, delete, truncate on past_consent_links from mentoring_application;

    create table consent_copies (
      id uuid primary key default gen_random_uuid(),
      request_id uuid not null references consent_requests (id),
      action text not null,
      facts jsonb not null,
      created_at timestamptz not null default date_trunc('milliseconds', now())
    );
    create index consent_copies_request on consent_copies (request_id, created_at);
    create table consent_copy_files (
      digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
      copy_id uuid not null references consent_copies (id)
    );
    create index consent_copy_files_copy on consent_copy_files (copy_id);
    ${FINAL_TABLES.map((table) => `create trigger ${table}_are_final before update or delete or truncate on ${table} for each statement execute function refuse_change();`).join('\n')}
    revoke update, delete, truncate on ${FINAL_TABLES.join(', ')} from mentoring_application;
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    drop table consent_copy_files;
    drop table consent_copies;
    drop trigger past_links_are_kept on consent_requests;
    drop function keep_past_consent_link();
    drop table past_consent_links;
  `),
  )
}

const FINAL_TABLES = ['consent_copies', 'consent_copy_files']
