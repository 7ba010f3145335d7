import type { Guard } from './guard.ts'

/**
 * The columns that are never empty although Payload lets them be: the software fills them in before anything is stored,
 * and a field that the panel shows only then may, for Payload, be missing.
 */
const FILLED_IN: Readonly<Record<string, readonly string[]>> = {
  volunteers: ['standing'],
  policy_versions: ['status'],
  policy_acceptances: ['status'],
  referrals: ['status'],
  vetting_records: ['status'],
  consent_requests: ['status'],
  consents: ['status'],
  matches: ['status'],
  meetings: ['child_id', 'volunteer_id', 'status'],
  meeting_addresses: ['meeting_id', 'address'],
  session_logs: ['child_id', 'volunteer_id', 'status'],
  log_addenda: ['status'],
  log_readings: ['status'],
}

export const filledIn: readonly Guard[] = Object.entries(FILLED_IN).flatMap(([table, columns]) =>
  columns.map((column) => ({
    up: `alter table ${table} alter column ${column} set not null;`,
    down: `alter table ${table} alter column ${column} drop not null;`,
  })),
)
