/**
 * The tables that the web layer keeps in PostgreSQL, for the migrations to run in this order. `rate_limits` has exactly
 * the
 * columns and the order that rate-limiter-flexible writes by position, so nothing may be added to it. An outcome is
 * `json`
 * and not `jsonb`, which would change the order of its fields: a repeat is answered to the letter.
 */
export const createHttpTables: string = `
CREATE TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
) WITH (fillfactor = 70);

CREATE INDEX rate_limits_expire ON rate_limits (expire);

CREATE TABLE idempotency_keys (
  actor text NOT NULL CHECK (length(actor) BETWEEN 1 AND 200),
  purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 200),
  key text NOT NULL CHECK (key ~ '^[A-Za-z0-9_-]{16,64}$'),
  fingerprint text NOT NULL CHECK (length(fingerprint) BETWEEN 1 AND 128),
  outcome json,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (actor, purpose, key)
);

CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);
`

/** The way back from `createHttpTables`. */
export const dropHttpTables: string = `
DROP TABLE idempotency_keys;
DROP TABLE rate_limits;
`
