import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_sign_in_links_purpose" AS ENUM('invitation', 'password-reset');
  CREATE TYPE "public"."enum_policies_kind" AS ENUM('mentoring-policy', 'code-of-conduct', 'children-code-of-conduct', 'confidentiality-agreement', 'volunteer-agreement', 'safeguarding-policy', 'expense-policy', 'insurance-policy', 'consent-wording', 'guidance', 'referral-directory');
  CREATE TYPE "public"."enum_policy_versions_status" AS ENUM('draft', 'proposed', 'adopted', 'superseded');
  CREATE TYPE "public"."enum_policy_acceptances_status" AS ENUM('accepted');
  CREATE TYPE "public"."enum_referrals_source" AS ENUM('camp-leader', 'family-support-worker', 'social-worker', 'club-leader', 'school', 'parent', 'committee');
  CREATE TYPE "public"."enum_referrals_main_reason" AS ENUM('attendance', 'bullying', 'careers', 'confidence', 'loss', 'family', 'grooming', 'gangs', 'drugs', 'health', 'other');
  CREATE TYPE "public"."enum_referrals_status" AS ENUM('received', 'more-asked', 'accepted', 'declined');
  CREATE TYPE "public"."enum_goals_aim" AS ENUM('life-skills', 'potential', 'barrier');
  CREATE TYPE "public"."enum_consent_requests_status" AS ENUM('open', 'signed', 'declined', 'cancelled');
  CREATE TYPE "public"."enum_matches_school" AS ENUM('told', 'not-told');
  CREATE TYPE "public"."enum_log_readings_status" AS ENUM('read');
  CREATE TABLE "sign_in_links" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"purpose" "enum_sign_in_links_purpose" NOT NULL,
  	"digest" varchar NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"used_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "policies" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum_policies_kind" NOT NULL,
  	"title" varchar NOT NULL,
  	"must_be_accepted" boolean DEFAULT false,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "policy_versions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"policy_id" uuid NOT NULL,
  	"number" varchar NOT NULL,
  	"text" jsonb NOT NULL,
  	"changes" varchar,
  	"adopted_by" varchar,
  	"signed_by" varchar,
  	"review_on" varchar,
  	"grace_until" varchar,
  	"adopted_on" varchar,
  	"author_id" uuid,
  	"adopted_by_user_id" uuid,
  	"status" "enum_policy_versions_status" DEFAULT 'draft' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "policy_acceptances" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"version_id" uuid NOT NULL,
  	"user_id" uuid NOT NULL,
  	"typed_name" varchar NOT NULL,
  	"text_digest" varchar NOT NULL,
  	"accepted_at" timestamp(3) with time zone,
  	"status" "enum_policy_acceptances_status" DEFAULT 'accepted' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "child_backgrounds" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"background" varchar NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "key_workers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"role" varchar NOT NULL,
  	"organisation" varchar,
  	"email" varchar,
  	"telephone" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "memberships" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"since" varchar NOT NULL,
  	"until" varchar,
  	"attended" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "referrals" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"received_on" varchar NOT NULL,
  	"source" "enum_referrals_source" NOT NULL,
  	"referrer_name" varchar,
  	"main_reason" "enum_referrals_main_reason" NOT NULL,
  	"concern" varchar,
  	"entered_by_id" uuid,
  	"decided_by_id" uuid,
  	"decided_at" timestamp(3) with time zone,
  	"decision_reason" varchar,
  	"status" "enum_referrals_status" DEFAULT 'received' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "goals" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"referral_id" uuid,
  	"title" varchar NOT NULL,
  	"aim" "enum_goals_aim" NOT NULL,
  	"outcome" varchar NOT NULL,
  	"measure" varchar NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "consent_requests" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"guardian_id" uuid NOT NULL,
  	"asked_by_id" uuid,
  	"link_digest" varchar,
  	"link_number" numeric DEFAULT 1,
  	"ends_at" timestamp(3) with time zone,
  	"wrong_tries" numeric DEFAULT 0,
  	"locked_until" timestamp(3) with time zone,
  	"answered_at" timestamp(3) with time zone,
  	"signed_name" varchar,
  	"signed_relationship" varchar,
  	"wording_digest" varchar,
  	"wording" varchar,
  	"decline_reason" varchar,
  	"status" "enum_consent_requests_status" DEFAULT 'open' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "log_readings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"log_id" uuid NOT NULL,
  	"word" varchar,
  	"read_by_id" uuid,
  	"status" "enum_log_readings_status" DEFAULT 'read' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "programme_settings" ALTER COLUMN "accent" SET DEFAULT '#0b6b62';
  ALTER TABLE "matches" ADD COLUMN "goals_set_on" varchar;
  ALTER TABLE "matches" ADD COLUMN "parents_met_by_id" uuid;
  ALTER TABLE "matches" ADD COLUMN "parents_met_on" varchar;
  ALTER TABLE "matches" ADD COLUMN "school" "enum_matches_school";
  ALTER TABLE "matches" ADD COLUMN "school_reason" varchar;
  ALTER TABLE "matches" ADD COLUMN "introduced_on" varchar;
  ALTER TABLE "matches" ADD COLUMN "first_review_on" varchar;
  ALTER TABLE "matches" ADD COLUMN "child_agreed_on" varchar;
  ALTER TABLE "matches" ADD COLUMN "risk_accepted_on" varchar;
  ALTER TABLE "matches" ADD COLUMN "risk_accepted_by_id" uuid;
  ALTER TABLE "matches" ADD COLUMN "already_known" boolean DEFAULT false;
  ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_adopted_by_user_id_users_id_fk" FOREIGN KEY ("adopted_by_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_acceptances" ADD CONSTRAINT "policy_acceptances_version_id_policy_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_acceptances" ADD CONSTRAINT "policy_acceptances_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "child_backgrounds" ADD CONSTRAINT "child_backgrounds_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "key_workers" ADD CONSTRAINT "key_workers_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referrals" ADD CONSTRAINT "referrals_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referrals" ADD CONSTRAINT "referrals_entered_by_id_users_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referrals" ADD CONSTRAINT "referrals_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "goals" ADD CONSTRAINT "goals_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "goals" ADD CONSTRAINT "goals_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_asked_by_id_users_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "log_readings" ADD CONSTRAINT "log_readings_log_id_session_logs_id_fk" FOREIGN KEY ("log_id") REFERENCES "public"."session_logs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "log_readings" ADD CONSTRAINT "log_readings_read_by_id_users_id_fk" FOREIGN KEY ("read_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "sign_in_links_user_idx" ON "sign_in_links" USING btree ("user_id");
  CREATE UNIQUE INDEX "sign_in_links_digest_idx" ON "sign_in_links" USING btree ("digest");
  CREATE INDEX "sign_in_links_updated_at_idx" ON "sign_in_links" USING btree ("updated_at");
  CREATE INDEX "sign_in_links_created_at_idx" ON "sign_in_links" USING btree ("created_at");
  CREATE UNIQUE INDEX "policies_kind_idx" ON "policies" USING btree ("kind");
  CREATE INDEX "policies_updated_at_idx" ON "policies" USING btree ("updated_at");
  CREATE INDEX "policies_created_at_idx" ON "policies" USING btree ("created_at");
  CREATE INDEX "policy_versions_policy_idx" ON "policy_versions" USING btree ("policy_id");
  CREATE INDEX "policy_versions_author_idx" ON "policy_versions" USING btree ("author_id");
  CREATE INDEX "policy_versions_adopted_by_user_idx" ON "policy_versions" USING btree ("adopted_by_user_id");
  CREATE INDEX "policy_versions_status_idx" ON "policy_versions" USING btree ("status");
  CREATE INDEX "policy_versions_updated_at_idx" ON "policy_versions" USING btree ("updated_at");
  CREATE INDEX "policy_versions_created_at_idx" ON "policy_versions" USING btree ("created_at");
  CREATE INDEX "policy_acceptances_version_idx" ON "policy_acceptances" USING btree ("version_id");
  CREATE INDEX "policy_acceptances_user_idx" ON "policy_acceptances" USING btree ("user_id");
  CREATE INDEX "policy_acceptances_status_idx" ON "policy_acceptances" USING btree ("status");
  CREATE INDEX "policy_acceptances_updated_at_idx" ON "policy_acceptances" USING btree ("updated_at");
  CREATE INDEX "policy_acceptances_created_at_idx" ON "policy_acceptances" USING btree ("created_at");
  CREATE UNIQUE INDEX "child_backgrounds_child_idx" ON "child_backgrounds" USING btree ("child_id");
  CREATE INDEX "child_backgrounds_updated_at_idx" ON "child_backgrounds" USING btree ("updated_at");
  CREATE INDEX "child_backgrounds_created_at_idx" ON "child_backgrounds" USING btree ("created_at");
  CREATE INDEX "key_workers_child_idx" ON "key_workers" USING btree ("child_id");
  CREATE INDEX "key_workers_updated_at_idx" ON "key_workers" USING btree ("updated_at");
  CREATE INDEX "key_workers_created_at_idx" ON "key_workers" USING btree ("created_at");
  CREATE INDEX "memberships_child_idx" ON "memberships" USING btree ("child_id");
  CREATE INDEX "memberships_updated_at_idx" ON "memberships" USING btree ("updated_at");
  CREATE INDEX "memberships_created_at_idx" ON "memberships" USING btree ("created_at");
  CREATE INDEX "referrals_child_idx" ON "referrals" USING btree ("child_id");
  CREATE INDEX "referrals_entered_by_idx" ON "referrals" USING btree ("entered_by_id");
  CREATE INDEX "referrals_decided_by_idx" ON "referrals" USING btree ("decided_by_id");
  CREATE INDEX "referrals_status_idx" ON "referrals" USING btree ("status");
  CREATE INDEX "referrals_updated_at_idx" ON "referrals" USING btree ("updated_at");
  CREATE INDEX "referrals_created_at_idx" ON "referrals" USING btree ("created_at");
  CREATE INDEX "goals_child_idx" ON "goals" USING btree ("child_id");
  CREATE INDEX "goals_referral_idx" ON "goals" USING btree ("referral_id");
  CREATE INDEX "goals_updated_at_idx" ON "goals" USING btree ("updated_at");
  CREATE INDEX "goals_created_at_idx" ON "goals" USING btree ("created_at");
  CREATE INDEX "consent_requests_child_idx" ON "consent_requests" USING btree ("child_id");
  CREATE INDEX "consent_requests_guardian_idx" ON "consent_requests" USING btree ("guardian_id");
  CREATE INDEX "consent_requests_asked_by_idx" ON "consent_requests" USING btree ("asked_by_id");
  CREATE UNIQUE INDEX "consent_requests_link_digest_idx" ON "consent_requests" USING btree ("link_digest");
  CREATE INDEX "consent_requests_status_idx" ON "consent_requests" USING btree ("status");
  CREATE INDEX "consent_requests_updated_at_idx" ON "consent_requests" USING btree ("updated_at");
  CREATE INDEX "consent_requests_created_at_idx" ON "consent_requests" USING btree ("created_at");
  CREATE UNIQUE INDEX "log_readings_log_idx" ON "log_readings" USING btree ("log_id");
  CREATE INDEX "log_readings_read_by_idx" ON "log_readings" USING btree ("read_by_id");
  CREATE INDEX "log_readings_status_idx" ON "log_readings" USING btree ("status");
  CREATE INDEX "log_readings_updated_at_idx" ON "log_readings" USING btree ("updated_at");
  CREATE INDEX "log_readings_created_at_idx" ON "log_readings" USING btree ("created_at");
  ALTER TABLE "matches" ADD CONSTRAINT "matches_parents_met_by_id_users_id_fk" FOREIGN KEY ("parents_met_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_risk_accepted_by_id_users_id_fk" FOREIGN KEY ("risk_accepted_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "matches_parents_met_by_idx" ON "matches" USING btree ("parents_met_by_id");
  CREATE INDEX "matches_risk_accepted_by_idx" ON "matches" USING btree ("risk_accepted_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "sign_in_links" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "policies" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "policy_versions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "policy_acceptances" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "child_backgrounds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "key_workers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "memberships" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "referrals" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "goals" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "consent_requests" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "log_readings" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "sign_in_links" CASCADE;
  DROP TABLE "policies" CASCADE;
  DROP TABLE "policy_versions" CASCADE;
  DROP TABLE "policy_acceptances" CASCADE;
  DROP TABLE "child_backgrounds" CASCADE;
  DROP TABLE "key_workers" CASCADE;
  DROP TABLE "memberships" CASCADE;
  DROP TABLE "referrals" CASCADE;
  DROP TABLE "goals" CASCADE;
  DROP TABLE "consent_requests" CASCADE;
  DROP TABLE "log_readings" CASCADE;
  ALTER TABLE "matches" DROP CONSTRAINT "matches_parents_met_by_id_users_id_fk";
  
  ALTER TABLE "matches" DROP CONSTRAINT "matches_risk_accepted_by_id_users_id_fk";
  
  DROP INDEX "matches_parents_met_by_idx";
  DROP INDEX "matches_risk_accepted_by_idx";
  ALTER TABLE "programme_settings" ALTER COLUMN "accent" SET DEFAULT '#8a2f5b';
  ALTER TABLE "matches" DROP COLUMN "goals_set_on";
  ALTER TABLE "matches" DROP COLUMN "parents_met_by_id";
  ALTER TABLE "matches" DROP COLUMN "parents_met_on";
  ALTER TABLE "matches" DROP COLUMN "school";
  ALTER TABLE "matches" DROP COLUMN "school_reason";
  ALTER TABLE "matches" DROP COLUMN "introduced_on";
  ALTER TABLE "matches" DROP COLUMN "first_review_on";
  ALTER TABLE "matches" DROP COLUMN "child_agreed_on";
  ALTER TABLE "matches" DROP COLUMN "risk_accepted_on";
  ALTER TABLE "matches" DROP COLUMN "risk_accepted_by_id";
  ALTER TABLE "matches" DROP COLUMN "already_known";
  DROP TYPE "public"."enum_sign_in_links_purpose";
  DROP TYPE "public"."enum_policies_kind";
  DROP TYPE "public"."enum_policy_versions_status";
  DROP TYPE "public"."enum_policy_acceptances_status";
  DROP TYPE "public"."enum_referrals_source";
  DROP TYPE "public"."enum_referrals_main_reason";
  DROP TYPE "public"."enum_referrals_status";
  DROP TYPE "public"."enum_goals_aim";
  DROP TYPE "public"."enum_consent_requests_status";
  DROP TYPE "public"."enum_matches_school";
  DROP TYPE "public"."enum_log_readings_status";`)
}
