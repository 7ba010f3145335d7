import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_policy_versions_status" ADD VALUE 'scheduled' BEFORE 'adopted';
  ALTER TABLE "policy_versions" ADD COLUMN "adopts_on" varchar;
  ALTER TABLE "policy_acceptances" ADD COLUMN "statement" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "policy_versions" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "policy_versions" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_policy_versions_status";
  CREATE TYPE "public"."enum_policy_versions_status" AS ENUM('draft', 'proposed', 'adopted', 'superseded');
  ALTER TABLE "policy_versions" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_policy_versions_status";
  ALTER TABLE "policy_versions" ALTER COLUMN "status" SET DATA TYPE "public"."enum_policy_versions_status" USING "status"::"public"."enum_policy_versions_status";
  ALTER TABLE "policy_versions" DROP COLUMN "adopts_on";
  ALTER TABLE "policy_acceptances" DROP COLUMN "statement";`)
}
