import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'
import { audit } from './guards/audit.ts'
import { calendarDates } from './guards/calendarDates.ts'
import { consent } from './guards/consent.ts'
import { filledIn } from './guards/filledIn.ts'
import { finalRecords, refusal } from './guards/finalRecords.ts'
import { http } from './guards/http.ts'
import { joinedChildren } from './guards/joinedChildren.ts'
import { lockRecords } from './guards/lockRecords.ts'
import { matching } from './guards/matching.ts'
import { merging } from './guards/merging.ts'
import { onlyOne } from './guards/onlyOne.ts'
import { policies } from './guards/policies.ts'
import { queueIndexes } from './guards/queueIndexes.ts'
import { recruitment } from './guards/recruitment.ts'
import { rights } from './guards/rights.ts'
import { soundRows } from './guards/soundRows.ts'
import { startingRows } from './guards/startingRows.ts'

/** What stands behind the application in the database itself, whatever the door, in the order in which it is made. */
const GUARDS = [
  ...rights,
  ...refusal,
  ...audit,
  ...http,
  ...lockRecords,
  ...policies,
  ...recruitment,
  ...consent,
  ...matching,
  ...merging,
  ...joinedChildren,
  ...finalRecords,
  ...filledIn,
  ...calendarDates,
  ...soundRows,
  ...onlyOne,
  ...queueIndexes,
  ...startingRows,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const guard of GUARDS) await db.execute(sql.raw(guard.up))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const guard of GUARDS.toReversed().filter(({ down: back }) => back !== '')) await db.execute(sql.raw(guard.down))
}
