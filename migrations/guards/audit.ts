import { routine, table, withheld, type Guard } from './guard.ts'

/**
 * The audit's own machinery. The application may call `append_audit_events` and read the rows; it can neither write nor
 * change nor remove one by itself. Each row's hash covers the row before it; what the row tells sits in `detail`, of
 * which the chain holds only a salted digest, so that lawful erasure later keeps the chain whole.
 */
export const audit: readonly Guard[] = [
  table({
    name: 'audit_head',
    holds: `
      only_row boolean primary key default true check (only_row),
      sequence bigint not null,
      hash text not null`,
  }),
  { up: "insert into audit_head (sequence, hash) values (0, repeat('0', 64));", down: '' },
  routine({
    name: `audit_row_hash(previous text, id uuid, sequence numeric, occurred_at timestamptz, created_at timestamptz, actor_kind text, actor_id text,
  actor_note text, action text, record_collection text, record_id text, came_from text, detail_digest text)`,
    is: `returns text language sql immutable set timezone to 'UTC' as $$
  select encode(sha256(convert_to(concat_ws(E'\\x1f', previous, id::text, trunc(sequence)::text, to_char(occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    to_char(created_at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor_kind, coalesce('=' || actor_id, ''), coalesce('=' || actor_note, ''), action, record_collection,
    coalesce('=' || record_id, ''), came_from, detail_digest), 'UTF8')), 'hex')
$$`,
  }),
  routine({
    name: 'append_audit_events(events jsonb)',
    calledBy: 'application',
    is: `returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  event jsonb;
  head audit_head%rowtype;
  next_id uuid;
  stored_at timestamptz := date_trunc('milliseconds', now());
  next_salt text;
  next_digest text;
  next_hash text;
begin
  select * into head from audit_head for update;
  for event in select * from jsonb_array_elements(events) loop
    next_id := gen_random_uuid();
    next_salt := gen_random_uuid()::text;
    next_digest := encode(sha256(convert_to(next_salt || coalesce((event->'detail')::text, ''), 'UTF8')), 'hex');
    head.sequence := head.sequence + 1;
    next_hash := audit_row_hash(head.hash, next_id, head.sequence, (event->>'occurred_at')::timestamptz, stored_at, event->>'actor_kind', event->>'actor_id', event->>'actor_note',
      event->>'action', event->>'record_collection', event->>'record_id', event->>'came_from', next_digest);
    insert into audit_events (id, created_at, updated_at, sequence, occurred_at, actor_kind, actor_id, actor_note, action, record_collection, record_id, came_from, detail, salt, detail_digest, previous_hash, hash)
    values (next_id, stored_at, stored_at, head.sequence, (event->>'occurred_at')::timestamptz, event->>'actor_kind', event->>'actor_id', event->>'actor_note', event->>'action',
      event->>'record_collection', event->>'record_id', event->>'came_from', event->'detail', next_salt, next_digest, head.hash, next_hash);
    head.hash := next_hash;
  end loop;
  update audit_head set sequence = head.sequence, hash = head.hash;
end
$$`,
  }),
  withheld({ rights: 'insert, update, delete, truncate', tables: ['audit_head'] }),
  withheld({ rights: 'insert', tables: ['audit_events'] }),
]
