import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_guardians_form_language" AS ENUM('ar', 'bn', 'cy', 'ne', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur');
  CREATE TYPE "public"."enum_consent_requests_wording_language" AS ENUM('ar', 'bn', 'cy', 'ne', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur');
  CREATE TYPE "public"."enum_consent_captures_wording_language" AS ENUM('ar', 'bn', 'cy', 'ne', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur');
  CREATE TYPE "public"."enum_policy_translations_language" AS ENUM('ar', 'bn', 'cy', 'ne', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur');
  CREATE TYPE "public"."enum_policy_translations_status" AS ENUM('draft', 'adopted');
  CREATE TABLE "policy_translations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"version_id" uuid NOT NULL,
  	"language" "enum_policy_translations_language" NOT NULL,
  	"text" jsonb NOT NULL,
  	"translated_by" varchar,
  	"author_id" uuid,
  	"adopted_on" varchar,
  	"adopted_by_user_id" uuid,
  	"text_digest" varchar,
  	"status" "enum_policy_translations_status" DEFAULT 'draft',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "guardians" ADD COLUMN "form_language" "enum_guardians_form_language";
  ALTER TABLE "consent_requests" ADD COLUMN "wording_version_id" uuid;
  ALTER TABLE "consent_requests" ADD COLUMN "wording_language" "enum_consent_requests_wording_language";
  ALTER TABLE "consent_requests" ADD COLUMN "asked_again_at" timestamp(3) with time zone;
  ALTER TABLE "consent_requests" ADD COLUMN "asked_again_for_id" uuid;
  ALTER TABLE "consent_captures" ADD COLUMN "wording_version_id" uuid;
  ALTER TABLE "consent_captures" ADD COLUMN "wording_language" "enum_consent_captures_wording_language";
  ALTER TABLE "consents" ADD COLUMN "wording_version_id" uuid;
  ALTER TABLE "consents" ADD COLUMN "wording_digest" varchar;
  ALTER TABLE "policy_translations" ADD CONSTRAINT "policy_translations_version_id_policy_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_translations" ADD CONSTRAINT "policy_translations_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_translations" ADD CONSTRAINT "policy_translations_adopted_by_user_id_users_id_fk" FOREIGN KEY ("adopted_by_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "policy_translations_version_idx" ON "policy_translations" USING btree ("version_id");
  CREATE INDEX "policy_translations_author_idx" ON "policy_translations" USING btree ("author_id");
  CREATE INDEX "policy_translations_adopted_by_user_idx" ON "policy_translations" USING btree ("adopted_by_user_id");
  CREATE INDEX "policy_translations_status_idx" ON "policy_translations" USING btree ("status");
  CREATE INDEX "policy_translations_updated_at_idx" ON "policy_translations" USING btree ("updated_at");
  CREATE INDEX "policy_translations_created_at_idx" ON "policy_translations" USING btree ("created_at");
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_wording_version_id_policy_versions_id_fk" FOREIGN KEY ("wording_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_asked_again_for_id_policy_versions_id_fk" FOREIGN KEY ("asked_again_for_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_wording_version_id_policy_versions_id_fk" FOREIGN KEY ("wording_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_wording_version_id_policy_versions_id_fk" FOREIGN KEY ("wording_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "consent_requests_wording_version_idx" ON "consent_requests" USING btree ("wording_version_id");
  CREATE INDEX "consent_requests_asked_again_for_idx" ON "consent_requests" USING btree ("asked_again_for_id");
  CREATE INDEX "consent_captures_wording_version_idx" ON "consent_captures" USING btree ("wording_version_id");
  CREATE INDEX "consents_wording_version_idx" ON "consents" USING btree ("wording_version_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "policy_translations" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "policy_translations" CASCADE;
  ALTER TABLE "consent_requests" DROP CONSTRAINT "consent_requests_wording_version_id_policy_versions_id_fk";
  
  ALTER TABLE "consent_requests" DROP CONSTRAINT "consent_requests_asked_again_for_id_policy_versions_id_fk";
  
  ALTER TABLE "consent_captures" DROP CONSTRAINT "consent_captures_wording_version_id_policy_versions_id_fk";
  
  ALTER TABLE "consents" DROP CONSTRAINT "consents_wording_version_id_policy_versions_id_fk";
  
  DROP INDEX "consent_requests_wording_version_idx";
  DROP INDEX "consent_requests_asked_again_for_idx";
  DROP INDEX "consent_captures_wording_version_idx";
  DROP INDEX "consents_wording_version_idx";
  ALTER TABLE "guardians" DROP COLUMN "form_language";
  ALTER TABLE "consent_requests" DROP COLUMN "wording_version_id";
  ALTER TABLE "consent_requests" DROP COLUMN "wording_language";
  ALTER TABLE "consent_requests" DROP COLUMN "asked_again_at";
  ALTER TABLE "consent_requests" DROP COLUMN "asked_again_for_id";
  ALTER TABLE "consent_captures" DROP COLUMN "wording_version_id";
  ALTER TABLE "consent_captures" DROP COLUMN "wording_language";
  ALTER TABLE "consents" DROP COLUMN "wording_version_id";
  ALTER TABLE "consents" DROP COLUMN "wording_digest";
  DROP TYPE "public"."enum_guardians_form_language";
  DROP TYPE "public"."enum_consent_requests_wording_language";
  DROP TYPE "public"."enum_consent_captures_wording_language";
  DROP TYPE "public"."enum_policy_translations_language";
  DROP TYPE "public"."enum_policy_translations_status";`)
}
