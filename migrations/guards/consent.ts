import { index, routine, table, trigger, withheld, type Guard } from './guard.ts'

/**
 * By which earlier links a request was known (their digests, of which no link can be made), so that whoever comes by
 * one can be sent the newest. Kept by the database itself, whatever the door.
 */
const pastLinks: readonly Guard[] = [
  table({
    name: 'past_consent_links',
    holds: `
      digest text primary key,
      request_id uuid not null references consent_requests (id) on delete cascade`,
  }),
  index({ name: 'past_consent_links_request', on: 'past_consent_links (request_id)' }),
  routine({
    name: 'keep_past_consent_link()',
    is: `returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into past_consent_links (digest, request_id) values (old.link_digest, old.id) on conflict do nothing;
      return null;
    end
    $$`,
  }),
  trigger({
    name: 'past_links_are_kept',
    table: 'consent_requests',
    fires: 'after update of link_digest',
    when: 'old.link_digest is not null and old.link_digest is distinct from new.link_digest',
    calls: 'keep_past_consent_link()',
  }),
  withheld({ rights: 'insert, update, delete, truncate', tables: ['past_consent_links'] }),
]

/**
 * That a code was sent by email for a link, how often it was tried and whether it was used. The code itself is made
 * with a key and stands nowhere, not even as a digest: six digits are soon tried out.
 */
const emailCodes: readonly Guard[] = [
  table({
    name: 'consent_email_codes',
    holds: `
      id uuid primary key,
      request_id uuid not null references consent_requests (id) on delete cascade,
      link_number numeric not null,
      address_digest text not null check (address_digest ~ '^[0-9a-f]{64}$'),
      made_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > made_at),
      wrong_tries smallint not null default 0 check (wrong_tries between 0 and 5),
      used_at timestamptz`,
  }),
  index({ name: 'consent_email_codes_request', on: 'consent_email_codes (request_id, made_at desc)' }),
  index({ name: 'consent_email_codes_ends_at', on: 'consent_email_codes (ends_at)' }),
  withheld({ rights: 'truncate', tables: ['consent_email_codes'] }),
]

/** What each answer was, as its copy prints it, and the number of each file that was made of that. */
const copies: readonly Guard[] = [
  table({
    name: 'consent_copies',
    holds: `
      id uuid primary key default gen_random_uuid(),
      request_id uuid not null references consent_requests (id),
      action text not null,
      facts jsonb not null,
      created_at timestamptz not null default date_trunc('milliseconds', now())`,
  }),
  index({ name: 'consent_copies_request', on: 'consent_copies (request_id, created_at)' }),
  table({
    name: 'consent_copy_files',
    holds: `
      digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
      copy_id uuid not null references consent_copies (id)`,
  }),
  index({ name: 'consent_copy_files_copy', on: 'consent_copy_files (copy_id)' }),
]

/**
 * What the second person's step writes on what was said on paper or by telephone, and what PostgreSQL makes of it for
 * searching, once a trigger like this has run.
 */
const LATER = ['status', 'confirmed_by_id', 'confirmed_at', 'refused_reason', 'row_version', 'updated_at', 'found_by']
  .map((column) => `'${column}'`)
  .join(', ')

/** What was said on paper or by telephone, and scans of the forms, whose number is that of their bytes. */
const paper: readonly Guard[] = [
  routine({
    name: 'refuse_change_of_capture()',
    is: `returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'What was said on paper or by telephone cannot be removed.' using errcode = 'restrict_violation';
      end if;
      if to_jsonb(old) - array['child_id', 'found_by'] = to_jsonb(new) - array['child_id', 'found_by'] and is_being_joined(old.child_id, new.child_id) then
        return new;
      end if;
      if (to_jsonb(old) - array[${LATER}]) is distinct from (to_jsonb(new) - array[${LATER}]) or old.status <> 'entered' then
        raise exception 'What was said on paper or by telephone cannot be changed.' using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$`,
  }),
  trigger({
    name: 'captures_stay',
    table: 'consent_captures',
    fires: 'before update or delete',
    calls: 'refuse_change_of_capture()',
  }),
  withheld({ rights: 'delete, truncate', tables: ['consent_captures'] }),
  table({
    name: 'consent_scans',
    holds: `
      id uuid primary key default gen_random_uuid(),
      capture_id uuid not null references consent_captures (id),
      media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
      bytes bytea not null check (octet_length(bytes) between 1 and 8000000),
      digest text not null check (digest = encode(sha256(bytes), 'hex')),
      added_by uuid references users (id),
      added_at timestamptz not null,
      unique (capture_id, digest)`,
  }),
]

/** Which signatures of the mail server's events were used. */
const mailEvents: readonly Guard[] = [
  table({
    name: 'mail_event_signatures',
    holds: `
      signature text primary key check (signature ~ '^[0-9a-f]{64}$'),
      used_at timestamptz not null`,
  }),
  index({ name: 'mail_event_signatures_used_at', on: 'mail_event_signatures (used_at)' }),
]

export const consent: readonly Guard[] = [...pastLinks, ...emailCodes, ...copies, ...paper, ...mailEvents]
