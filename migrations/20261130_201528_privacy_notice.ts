import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_policies_kind" ADD VALUE 'privacy-notice';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "policies" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_policies_kind";
  CREATE TYPE "public"."enum_policies_kind" AS ENUM('mentoring-policy', 'code-of-conduct', 'children-code-of-conduct', 'confidentiality-agreement', 'volunteer-agreement', 'safeguarding-policy', 'expense-policy', 'insurance-policy', 'consent-wording', 'guidance', 'referral-directory');
  ALTER TABLE "policies" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_policies_kind" USING "kind"::"public"."enum_policies_kind";`)
}
