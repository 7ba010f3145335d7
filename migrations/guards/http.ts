import { index, table, type Guard } from './guard.ts'

/**
 * The tables that the web layer keeps in PostgreSQL. `rate_limits` has exactly the columns and the order that
 * rate-limiter-flexible writes by position, so nothing may be added to it. An outcome is `json` and not `jsonb`, which
 * would change the order of its fields: a repeat is answered to the letter.
 */
export const http: readonly Guard[] = [
  {
    up: `create table rate_limits (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    ) with (fillfactor = 70);`,
    down: 'drop table rate_limits;',
  },
  index({ name: 'rate_limits_expire', on: 'rate_limits (expire)' }),
  table({
    name: 'idempotency_keys',
    holds: `
      actor text not null check (length(actor) between 1 and 200),
      purpose text not null check (length(purpose) between 1 and 200),
      key text not null check (key ~ '^[A-Za-z0-9_-]{16,64}$'),
      fingerprint text not null check (length(fingerprint) between 1 and 128),
      outcome json,
      created_at timestamptz not null default now(),
      primary key (actor, purpose, key)`,
  }),
  index({ name: 'idempotency_keys_created_at', on: 'idempotency_keys (created_at)' }),
]
