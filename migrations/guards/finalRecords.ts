import { routine, trigger, withheld, type Guard } from './guard.ts'

/** What refuses every change, for the owner too. */
export const refusal: readonly Guard[] = [
  routine({
    name: 'refuse_change()',
    is: `returns trigger language plpgsql as $$
begin
  raise exception 'A final record of % cannot be changed or removed.', tg_table_name using errcode = 'restrict_violation';
end
$$`,
  }),
]

/** The tables whose records stay as they were stored, area by area. */
const FINAL_TABLES = [
  'audit_events',
  'policy_acceptances',
  'referral_words',
  'referral_voices',
  'self_declarations',
  'interview_notes',
  'dbs_disclosures',
  'dbs_status_checks',
  'consent_copies',
  'consent_copy_files',
  'consent_scans',
  'log_addenda',
  'log_readings',
  'working_list_imports',
  'child_merge_runs',
  'child_merge_moves',
]

/** Those of them that refer to a child and go with it when its record is joined to another. */
const FINAL_TABLES_OF_CHILDREN = ['consents', 'session_logs']

/** What keeps them: triggers, against everybody, and rights that the application does not have. */
export const finalRecords: readonly Guard[] = [
  ...FINAL_TABLES.map((table) =>
    trigger({
      name: `${table}_are_final`,
      table,
      fires: 'before update or delete or truncate',
      each: 'statement',
      calls: 'refuse_change()',
    }),
  ),
  ...FINAL_TABLES_OF_CHILDREN.flatMap((table) => [
    trigger({
      name: `${table}_are_final`,
      table,
      fires: 'before update or delete',
      calls: 'refuse_change_but_joining()',
    }),
    trigger({
      name: `${table}_are_not_emptied`,
      table,
      fires: 'before truncate',
      each: 'statement',
      calls: 'refuse_change()',
    }),
  ]),
  withheld({ rights: 'update, delete, truncate', tables: [...FINAL_TABLES, ...FINAL_TABLES_OF_CHILDREN] }),
]
