import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "policy_versions" ADD COLUMN "review_in" varchar;
  ALTER TABLE "policy_versions" ADD COLUMN "adopted_in" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "policy_versions" DROP COLUMN "review_in";
  ALTER TABLE "policy_versions" DROP COLUMN "adopted_in";`)
}
