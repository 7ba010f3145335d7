import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const SHIPPED = [
  'Attendance',
  'Bullying',
  'Careers',
  'Confidence',
  'Loss',
  'Family',
  'Grooming',
  'Gangs',
  'Drugs',
  'Health',
  'Other',
]
const WITH_CHANGE_OF_SCHOOL = SHIPPED.toSpliced(-1, 0, 'Change of school or college')

/** The reasons as one text of SQL, a line each; the first tables have them indented. */
const asLines = (reasons: readonly string[], indent = ''): string => `E'${reasons.join(`\\n${indent}`)}'`

/** A list that is still as it was shipped, however its lines are indented, becomes the other; another stays. */
const exchanged = ({ from, to, indent }: { from: readonly string[]; to: readonly string[]; indent?: string }) =>
  sql.raw(`alter table programme_settings alter column referral_reasons set default ${asLines(to, indent)};
    update programme_settings set referral_reasons = ${asLines(to)}
      where regexp_replace(trim(referral_reasons), '\\s*\\n\\s*', E'\\n', 'g') = ${asLines(from)};`)

/** A change of school or college is a reason to refer [ELG-10]. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(exchanged({ from: SHIPPED, to: WITH_CHANGE_OF_SCHOOL }))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(exchanged({ from: WITH_CHANGE_OF_SCHOOL, to: SHIPPED, indent: '  ' }))
}
