import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * That a code was sent by email for a consent link, how often it was tried and whether it was used. The code itself is
 * made with a key and stands nowhere, not even as a digest: six digits are soon tried out.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    create table consent_email_codes (
      id uuid primary key,
      request_id uuid not null references consent_requests (id) on delete cascade,
      link_number numeric not null,
      address_digest text not null check (address_digest ~ '^[0-9a-f]{64}$'),
      made_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > made_at),
      wrong_tries smallint not null default 0 check (wrong_tries between 0 and 5),
      used_at timestamptz
    );
    create index consent_email_codes_request on consent_email_codes (request_id, made_at desc);
    create index consent_email_codes_ends_at on consent_email_codes (ends_at);
    revoke truncate on consent_email_codes from mentoring_application;
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop table consent_email_codes;'))
}
