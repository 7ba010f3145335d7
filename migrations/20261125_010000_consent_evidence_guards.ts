import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Scans of paper forms, which nobody changes and whose number is that of their bytes; and which signatures of the mail
 * server's events were used.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    create table consent_scans (
      id uuid primary key default gen_random_uuid(),
      capture_id uuid not null references consent_captures (id),
      media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
      bytes bytea not null check (octet_length(bytes) between 1 and 8000000),
      digest text not null check (digest = encode(sha256(bytes), 'hex')),
      added_by uuid references users (id),
      added_at timestamptz not null,
      unique (capture_id, digest)
    );
    create trigger consent_scans_are_final before update or delete or truncate on consent_scans for each statement execute function refuse_change();
    revoke update, delete, truncate on consent_scans from mentoring_application;
    create table mail_event_signatures (
      signature text primary key check (signature ~ '^[0-9a-f]{64}$'),
      used_at timestamptz not null
    );
    create index mail_event_signatures_used_at on mail_event_signatures (used_at);
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop table mail_event_signatures; drop table consent_scans;'))
}
