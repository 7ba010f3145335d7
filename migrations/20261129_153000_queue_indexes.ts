import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Narrow indexes for the queues of Today: what ends, in the order in which it does; and what a whole programme is
 * counted by, so that its rows need not be read.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(INDEXES.map(([name, on]) => `create index ${name} on ${on};`).join('\n')))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(INDEXES.map(([name]) => `drop index ${name};`).join('\n')))
}

const INDEXES = [
  ['consents_by_end', "consents (valid_until) where answer = 'yes' and valid_until is not null"],
  ['consents_without_end', "consents (decided_on) where answer = 'yes' and valid_until is null"],
  ['children_by_birth', 'children (born_on)'],
  ['trainings_by_end', "trainings (valid_until) where status = 'standing' and valid_until is not null"],
  [
    'referrals_accepted',
    "referrals (child_id, decided_at) include (received_on, main_reason) where status = 'accepted'",
  ],
  ['matches_active', "matches (child_id) include (starts_on, ends_on) where status = 'active'"],
  ['policy_acceptances_of', 'policy_acceptances (user_id, version_id) include (accepted_at)'],
  ['memberships_of', 'memberships (child_id) include (since, until)'],
  ['applications_by_address', 'applications (lower(email))'],
] as const
