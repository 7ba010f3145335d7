import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_incoming_referrals_member_answer" AS ENUM('yes', 'no', 'unknown');
  CREATE TYPE "public"."enum_incoming_referrals_source" AS ENUM('camp-leader', 'family-support-worker', 'social-worker', 'club-leader', 'school', 'parent');
  CREATE TYPE "public"."enum_incoming_referrals_family_agrees" AS ENUM('yes', 'not-asked', 'no');
  CREATE TYPE "public"."enum_incoming_referrals_status" AS ENUM('to-link', 'linked', 'set-aside');
  CREATE TYPE "public"."enum_referral_words_kind" AS ENUM('form', 'asked', 'answered', 'view');
  CREATE TABLE "incoming_referrals" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"reference" varchar,
  	"received_at" timestamp(3) with time zone,
  	"answer_by" varchar,
  	"child_name" varchar,
  	"child_born_on" varchar,
  	"child_school" varchar,
  	"member_answer" "enum_incoming_referrals_member_answer",
  	"main_reason" varchar,
  	"source" "enum_incoming_referrals_source",
  	"referrer_name" varchar,
  	"referrer_place" varchar,
  	"referrer_email" varchar,
  	"referrer_phone" varchar,
  	"family_agrees" "enum_incoming_referrals_family_agrees",
  	"family_contact" varchar,
  	"child_id" uuid,
  	"linked_by_id" uuid,
  	"set_aside_reason" varchar,
  	"link_digest" varchar,
  	"status" "enum_incoming_referrals_status" DEFAULT 'to-link',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "referral_words" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"incoming_id" uuid,
  	"referral_id" uuid,
  	"kind" "enum_referral_words_kind",
  	"about" varchar,
  	"text" varchar,
  	"said_by" varchar,
  	"said_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "form_drafts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"form" varchar NOT NULL,
  	"digest" varchar NOT NULL,
  	"link_digest" varchar,
  	"link_number" numeric DEFAULT 0 NOT NULL,
  	"email" varchar,
  	"answers" jsonb NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"outcome" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "referrals" ALTER COLUMN "main_reason" SET DATA TYPE varchar;
  ALTER TABLE "referrals" ADD COLUMN "incoming_id" uuid;
  ALTER TABLE "programme_settings" ADD COLUMN "capacity" numeric DEFAULT 15 NOT NULL;
  ALTER TABLE "programme_settings" ADD COLUMN "answer_days" numeric DEFAULT 28 NOT NULL;
  ALTER TABLE "programme_settings" ADD COLUMN "members_to_accept" numeric DEFAULT 1 NOT NULL;
  ALTER TABLE "programme_settings" ADD COLUMN "members_over_capacity" numeric DEFAULT 1 NOT NULL;
  ALTER TABLE "programme_settings" ADD COLUMN "referral_reasons" varchar DEFAULT 'Attendance
  Bullying
  Careers
  Confidence
  Loss
  Family
  Grooming
  Gangs
  Drugs
  Health
  Other';
  ALTER TABLE "incoming_referrals" ADD CONSTRAINT "incoming_referrals_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "incoming_referrals" ADD CONSTRAINT "incoming_referrals_linked_by_id_users_id_fk" FOREIGN KEY ("linked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referral_words" ADD CONSTRAINT "referral_words_incoming_id_incoming_referrals_id_fk" FOREIGN KEY ("incoming_id") REFERENCES "public"."incoming_referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referral_words" ADD CONSTRAINT "referral_words_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "incoming_referrals_reference_idx" ON "incoming_referrals" USING btree ("reference");
  CREATE INDEX "incoming_referrals_child_idx" ON "incoming_referrals" USING btree ("child_id");
  CREATE INDEX "incoming_referrals_linked_by_idx" ON "incoming_referrals" USING btree ("linked_by_id");
  CREATE UNIQUE INDEX "incoming_referrals_link_digest_idx" ON "incoming_referrals" USING btree ("link_digest");
  CREATE INDEX "incoming_referrals_status_idx" ON "incoming_referrals" USING btree ("status");
  CREATE INDEX "incoming_referrals_updated_at_idx" ON "incoming_referrals" USING btree ("updated_at");
  CREATE INDEX "incoming_referrals_created_at_idx" ON "incoming_referrals" USING btree ("created_at");
  CREATE INDEX "referral_words_incoming_idx" ON "referral_words" USING btree ("incoming_id");
  CREATE INDEX "referral_words_referral_idx" ON "referral_words" USING btree ("referral_id");
  CREATE INDEX "referral_words_updated_at_idx" ON "referral_words" USING btree ("updated_at");
  CREATE INDEX "referral_words_created_at_idx" ON "referral_words" USING btree ("created_at");
  CREATE UNIQUE INDEX "form_drafts_digest_idx" ON "form_drafts" USING btree ("digest");
  CREATE UNIQUE INDEX "form_drafts_link_digest_idx" ON "form_drafts" USING btree ("link_digest");
  CREATE INDEX "form_drafts_email_idx" ON "form_drafts" USING btree ("email");
  CREATE INDEX "form_drafts_ends_at_idx" ON "form_drafts" USING btree ("ends_at");
  CREATE INDEX "form_drafts_updated_at_idx" ON "form_drafts" USING btree ("updated_at");
  CREATE INDEX "form_drafts_created_at_idx" ON "form_drafts" USING btree ("created_at");
  ALTER TABLE "referrals" ADD CONSTRAINT "referrals_incoming_id_incoming_referrals_id_fk" FOREIGN KEY ("incoming_id") REFERENCES "public"."incoming_referrals"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "referrals_incoming_idx" ON "referrals" USING btree ("incoming_id");
  DROP TYPE "public"."enum_referrals_main_reason";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_referrals_main_reason" AS ENUM('attendance', 'bullying', 'careers', 'confidence', 'loss', 'family', 'grooming', 'gangs', 'drugs', 'health', 'other');
  ALTER TABLE "incoming_referrals" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "referral_words" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "form_drafts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "incoming_referrals" CASCADE;
  DROP TABLE "referral_words" CASCADE;
  DROP TABLE "form_drafts" CASCADE;
  ALTER TABLE "referrals" DROP CONSTRAINT "referrals_incoming_id_incoming_referrals_id_fk";
  
  DROP INDEX "referrals_incoming_idx";
  ALTER TABLE "referrals" ALTER COLUMN "main_reason" SET DATA TYPE "public"."enum_referrals_main_reason" USING "main_reason"::"public"."enum_referrals_main_reason";
  ALTER TABLE "referrals" DROP COLUMN "incoming_id";
  ALTER TABLE "programme_settings" DROP COLUMN "capacity";
  ALTER TABLE "programme_settings" DROP COLUMN "answer_days";
  ALTER TABLE "programme_settings" DROP COLUMN "members_to_accept";
  ALTER TABLE "programme_settings" DROP COLUMN "members_over_capacity";
  ALTER TABLE "programme_settings" DROP COLUMN "referral_reasons";
  DROP TYPE "public"."enum_incoming_referrals_member_answer";
  DROP TYPE "public"."enum_incoming_referrals_source";
  DROP TYPE "public"."enum_incoming_referrals_family_agrees";
  DROP TYPE "public"."enum_incoming_referrals_status";
  DROP TYPE "public"."enum_referral_words_kind";`)
}
