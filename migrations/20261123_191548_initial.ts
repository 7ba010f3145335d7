import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_standing" AS ENUM('open', 'closed');
  CREATE TYPE "public"."enum_role_grants_role" AS ENUM('co-ordinator', 'committee', 'trustee', 'volunteer', 'administrator');
  CREATE TYPE "public"."enum_designations_designation" AS ENUM('meeting-confirmer', 'schools-liaison', 'safeguarding-lead', 'safeguarding-deputy', 'grants-lead', 'gathering-lead');
  CREATE TYPE "public"."enum_volunteers_standing" AS ENUM('active', 'paused', 'left');
  CREATE TYPE "public"."enum_vetting_records_kind" AS ENUM('committee-approval', 'dbs-check', 'safeguarding-training', 'induction');
  CREATE TYPE "public"."enum_vetting_records_level" AS ENUM('basic', 'enhanced', 'enhanced-barred');
  CREATE TYPE "public"."enum_vetting_records_status" AS ENUM('standing', 'withdrawn');
  CREATE TYPE "public"."enum_guardians_contact_rule" AS ENUM('usual', 'none');
  CREATE TYPE "public"."enum_consents_item" AS ENUM('taking-part', 'meetings', 'travel', 'outings', 'first-aid', 'photographs', 'talking-with-school', 'talking-with-key-workers');
  CREATE TYPE "public"."enum_consents_answer" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consents_method" AS ENUM('link', 'paper', 'telephone');
  CREATE TYPE "public"."enum_consents_status" AS ENUM('given');
  CREATE TYPE "public"."enum_matches_frequency" AS ENUM('weekly', 'fortnightly', 'monthly', 'two-monthly');
  CREATE TYPE "public"."enum_matches_status" AS ENUM('proposed', 'active', 'ended');
  CREATE TYPE "public"."enum_meetings_kind" AS ENUM('one-to-one', 'family');
  CREATE TYPE "public"."enum_meetings_place_kind" AS ENUM('public', 'cinema', 'theatre', 'home', 'private');
  CREATE TYPE "public"."enum_meetings_agreed_way" AS ENUM('text', 'email', 'telephone', 'in-person');
  CREATE TYPE "public"."enum_meetings_status" AS ENUM('proposed', 'confirmed', 'declined', 'cancelled', 'held');
  CREATE TYPE "public"."enum_session_logs_status" AS ENUM('submitted');
  CREATE TYPE "public"."enum_log_addenda_status" AS ENUM('added');
  CREATE TYPE "public"."enum_notifications_state" AS ENUM('waiting', 'sending', 'sent', 'failed', 'cancelled');
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"standing" "enum_users_standing" DEFAULT 'open' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "role_grants" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"role" "enum_role_grants_role" NOT NULL,
  	"starts_on" varchar NOT NULL,
  	"ends_on" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "designations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"designation" "enum_designations_designation" NOT NULL,
  	"holder_id" uuid NOT NULL,
  	"ends_on" varchar,
  	"cover_id" uuid,
  	"cover_from" varchar,
  	"cover_until" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sessions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"token_digest" varchar NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"last_seen_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"ended_at" timestamp(3) with time zone,
  	"device" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "credentials" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"password_digest" varchar NOT NULL,
  	"changed_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "volunteers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"user_id" uuid,
  	"standing" "enum_volunteers_standing" DEFAULT 'active' NOT NULL,
  	"mobile" varchar,
  	"born_on" varchar,
  	"home_address" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "vetting_records" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"kind" "enum_vetting_records_kind" NOT NULL,
  	"taken_on" varchar NOT NULL,
  	"valid_until" varchar,
  	"face_to_face" boolean DEFAULT false,
  	"certificate_number" varchar,
  	"level" "enum_vetting_records_level",
  	"seen_by_id" uuid,
  	"withdrawn_reason" varchar,
  	"status" "enum_vetting_records_status" DEFAULT 'standing' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "families" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"home_address" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "guardians" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"family_id" uuid NOT NULL,
  	"relationship" varchar,
  	"email" varchar,
  	"mobile" varchar,
  	"parental_responsibility" boolean DEFAULT true,
  	"contact_rule" "enum_guardians_contact_rule" DEFAULT 'usual' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "children" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"known_as" varchar,
  	"born_on" varchar,
  	"family_id" uuid NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "consents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"guardian_id" uuid NOT NULL,
  	"item" "enum_consents_item" NOT NULL,
  	"answer" "enum_consents_answer" NOT NULL,
  	"decided_on" varchar NOT NULL,
  	"method" "enum_consents_method" NOT NULL,
  	"status" "enum_consents_status" DEFAULT 'given' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "matches" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"starts_on" varchar NOT NULL,
  	"ends_on" varchar,
  	"frequency" "enum_matches_frequency" DEFAULT 'weekly' NOT NULL,
  	"committee_contact_id" uuid NOT NULL,
  	"end_reason" varchar,
  	"status" "enum_matches_status" DEFAULT 'proposed' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "meetings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"match_id" uuid NOT NULL,
  	"child_id" uuid NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"minutes" numeric DEFAULT 60 NOT NULL,
  	"kind" "enum_meetings_kind" DEFAULT 'one-to-one' NOT NULL,
  	"place_kind" "enum_meetings_place_kind" DEFAULT 'public' NOT NULL,
  	"place" varchar NOT NULL,
  	"second_volunteer_id" uuid,
  	"guardian_id" uuid NOT NULL,
  	"agreed_on" varchar NOT NULL,
  	"agreed_way" "enum_meetings_agreed_way" NOT NULL,
  	"proposed_by_id" uuid,
  	"confirmed_by_id" uuid,
  	"confirmed_at" timestamp(3) with time zone,
  	"reason" varchar,
  	"status" "enum_meetings_status" DEFAULT 'proposed' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "session_logs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"match_id" uuid NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"meeting_id" uuid,
  	"held_on" varchar NOT NULL,
  	"location" varchar NOT NULL,
  	"run_by" varchar NOT NULL,
  	"attendees" varchar NOT NULL,
  	"activities" varchar,
  	"outcomes" varchar,
  	"comment" varchar,
  	"meeting_was_confirmed" boolean DEFAULT false,
  	"written_by_id" uuid,
  	"submitted_at" timestamp(3) with time zone,
  	"status" "enum_session_logs_status" DEFAULT 'submitted' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "log_addenda" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"log_id" uuid NOT NULL,
  	"text" varchar NOT NULL,
  	"written_by_id" uuid,
  	"status" "enum_log_addenda_status" DEFAULT 'added' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"template" varchar NOT NULL,
  	"recipient_kind" varchar NOT NULL,
  	"recipient_user_id" uuid,
  	"recipient_guardian_id" uuid,
  	"recipient_address" varchar,
  	"subject_collection" varchar NOT NULL,
  	"subject_record" varchar NOT NULL,
  	"details" jsonb,
  	"state" "enum_notifications_state" NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"last_problem" varchar,
  	"dedupe_key" varchar NOT NULL,
  	"message_id" varchar,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "audit_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"sequence" numeric NOT NULL,
  	"occurred_at" timestamp(3) with time zone NOT NULL,
  	"actor_kind" varchar NOT NULL,
  	"actor_id" varchar,
  	"actor_note" varchar,
  	"action" varchar NOT NULL,
  	"record_collection" varchar NOT NULL,
  	"record_id" varchar,
  	"came_from" varchar NOT NULL,
  	"detail" jsonb,
  	"salt" varchar NOT NULL,
  	"detail_digest" varchar NOT NULL,
  	"previous_hash" varchar NOT NULL,
  	"hash" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "designations" ADD CONSTRAINT "designations_holder_id_users_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "designations" ADD CONSTRAINT "designations_cover_id_users_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "vetting_records" ADD CONSTRAINT "vetting_records_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "vetting_records" ADD CONSTRAINT "vetting_records_seen_by_id_users_id_fk" FOREIGN KEY ("seen_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "guardians" ADD CONSTRAINT "guardians_family_id_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."families"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "children" ADD CONSTRAINT "children_family_id_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."families"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_committee_contact_id_users_id_fk" FOREIGN KEY ("committee_contact_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_second_volunteer_id_volunteers_id_fk" FOREIGN KEY ("second_volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_confirmed_by_id_users_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_written_by_id_users_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "log_addenda" ADD CONSTRAINT "log_addenda_log_id_session_logs_id_fk" FOREIGN KEY ("log_id") REFERENCES "public"."session_logs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "log_addenda" ADD CONSTRAINT "log_addenda_written_by_id_users_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_user_id_users_id_fk" FOREIGN KEY ("recipient_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_guardian_id_guardians_id_fk" FOREIGN KEY ("recipient_guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE INDEX "role_grants_user_idx" ON "role_grants" USING btree ("user_id");
  CREATE INDEX "role_grants_updated_at_idx" ON "role_grants" USING btree ("updated_at");
  CREATE INDEX "role_grants_created_at_idx" ON "role_grants" USING btree ("created_at");
  CREATE INDEX "designations_holder_idx" ON "designations" USING btree ("holder_id");
  CREATE INDEX "designations_cover_idx" ON "designations" USING btree ("cover_id");
  CREATE INDEX "designations_updated_at_idx" ON "designations" USING btree ("updated_at");
  CREATE INDEX "designations_created_at_idx" ON "designations" USING btree ("created_at");
  CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");
  CREATE UNIQUE INDEX "sessions_token_digest_idx" ON "sessions" USING btree ("token_digest");
  CREATE INDEX "sessions_updated_at_idx" ON "sessions" USING btree ("updated_at");
  CREATE INDEX "sessions_created_at_idx" ON "sessions" USING btree ("created_at");
  CREATE UNIQUE INDEX "credentials_user_idx" ON "credentials" USING btree ("user_id");
  CREATE INDEX "credentials_updated_at_idx" ON "credentials" USING btree ("updated_at");
  CREATE INDEX "credentials_created_at_idx" ON "credentials" USING btree ("created_at");
  CREATE UNIQUE INDEX "volunteers_user_idx" ON "volunteers" USING btree ("user_id");
  CREATE INDEX "volunteers_standing_idx" ON "volunteers" USING btree ("standing");
  CREATE INDEX "volunteers_updated_at_idx" ON "volunteers" USING btree ("updated_at");
  CREATE INDEX "volunteers_created_at_idx" ON "volunteers" USING btree ("created_at");
  CREATE INDEX "vetting_records_volunteer_idx" ON "vetting_records" USING btree ("volunteer_id");
  CREATE INDEX "vetting_records_kind_idx" ON "vetting_records" USING btree ("kind");
  CREATE INDEX "vetting_records_seen_by_idx" ON "vetting_records" USING btree ("seen_by_id");
  CREATE INDEX "vetting_records_status_idx" ON "vetting_records" USING btree ("status");
  CREATE INDEX "vetting_records_updated_at_idx" ON "vetting_records" USING btree ("updated_at");
  CREATE INDEX "vetting_records_created_at_idx" ON "vetting_records" USING btree ("created_at");
  CREATE INDEX "families_updated_at_idx" ON "families" USING btree ("updated_at");
  CREATE INDEX "families_created_at_idx" ON "families" USING btree ("created_at");
  CREATE INDEX "guardians_family_idx" ON "guardians" USING btree ("family_id");
  CREATE INDEX "guardians_updated_at_idx" ON "guardians" USING btree ("updated_at");
  CREATE INDEX "guardians_created_at_idx" ON "guardians" USING btree ("created_at");
  CREATE INDEX "children_family_idx" ON "children" USING btree ("family_id");
  CREATE INDEX "children_updated_at_idx" ON "children" USING btree ("updated_at");
  CREATE INDEX "children_created_at_idx" ON "children" USING btree ("created_at");
  CREATE INDEX "consents_child_idx" ON "consents" USING btree ("child_id");
  CREATE INDEX "consents_guardian_idx" ON "consents" USING btree ("guardian_id");
  CREATE INDEX "consents_status_idx" ON "consents" USING btree ("status");
  CREATE INDEX "consents_updated_at_idx" ON "consents" USING btree ("updated_at");
  CREATE INDEX "consents_created_at_idx" ON "consents" USING btree ("created_at");
  CREATE INDEX "matches_child_idx" ON "matches" USING btree ("child_id");
  CREATE INDEX "matches_volunteer_idx" ON "matches" USING btree ("volunteer_id");
  CREATE INDEX "matches_committee_contact_idx" ON "matches" USING btree ("committee_contact_id");
  CREATE INDEX "matches_status_idx" ON "matches" USING btree ("status");
  CREATE INDEX "matches_updated_at_idx" ON "matches" USING btree ("updated_at");
  CREATE INDEX "matches_created_at_idx" ON "matches" USING btree ("created_at");
  CREATE INDEX "meetings_match_idx" ON "meetings" USING btree ("match_id");
  CREATE INDEX "meetings_child_idx" ON "meetings" USING btree ("child_id");
  CREATE INDEX "meetings_volunteer_idx" ON "meetings" USING btree ("volunteer_id");
  CREATE INDEX "meetings_starts_at_idx" ON "meetings" USING btree ("starts_at");
  CREATE INDEX "meetings_second_volunteer_idx" ON "meetings" USING btree ("second_volunteer_id");
  CREATE INDEX "meetings_guardian_idx" ON "meetings" USING btree ("guardian_id");
  CREATE INDEX "meetings_proposed_by_idx" ON "meetings" USING btree ("proposed_by_id");
  CREATE INDEX "meetings_confirmed_by_idx" ON "meetings" USING btree ("confirmed_by_id");
  CREATE INDEX "meetings_status_idx" ON "meetings" USING btree ("status");
  CREATE INDEX "meetings_updated_at_idx" ON "meetings" USING btree ("updated_at");
  CREATE INDEX "meetings_created_at_idx" ON "meetings" USING btree ("created_at");
  CREATE INDEX "session_logs_child_idx" ON "session_logs" USING btree ("child_id");
  CREATE INDEX "session_logs_match_idx" ON "session_logs" USING btree ("match_id");
  CREATE INDEX "session_logs_volunteer_idx" ON "session_logs" USING btree ("volunteer_id");
  CREATE UNIQUE INDEX "session_logs_meeting_idx" ON "session_logs" USING btree ("meeting_id");
  CREATE INDEX "session_logs_written_by_idx" ON "session_logs" USING btree ("written_by_id");
  CREATE INDEX "session_logs_status_idx" ON "session_logs" USING btree ("status");
  CREATE INDEX "session_logs_updated_at_idx" ON "session_logs" USING btree ("updated_at");
  CREATE INDEX "session_logs_created_at_idx" ON "session_logs" USING btree ("created_at");
  CREATE INDEX "log_addenda_log_idx" ON "log_addenda" USING btree ("log_id");
  CREATE INDEX "log_addenda_written_by_idx" ON "log_addenda" USING btree ("written_by_id");
  CREATE INDEX "log_addenda_status_idx" ON "log_addenda" USING btree ("status");
  CREATE INDEX "log_addenda_updated_at_idx" ON "log_addenda" USING btree ("updated_at");
  CREATE INDEX "log_addenda_created_at_idx" ON "log_addenda" USING btree ("created_at");
  CREATE INDEX "notifications_recipient_user_idx" ON "notifications" USING btree ("recipient_user_id");
  CREATE INDEX "notifications_recipient_guardian_idx" ON "notifications" USING btree ("recipient_guardian_id");
  CREATE INDEX "notifications_subject_record_idx" ON "notifications" USING btree ("subject_record");
  CREATE INDEX "notifications_state_idx" ON "notifications" USING btree ("state");
  CREATE UNIQUE INDEX "notifications_dedupe_key_idx" ON "notifications" USING btree ("dedupe_key");
  CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("updated_at");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE UNIQUE INDEX "audit_events_sequence_idx" ON "audit_events" USING btree ("sequence");
  CREATE INDEX "audit_events_occurred_at_idx" ON "audit_events" USING btree ("occurred_at");
  CREATE INDEX "audit_events_actor_id_idx" ON "audit_events" USING btree ("actor_id");
  CREATE INDEX "audit_events_record_id_idx" ON "audit_events" USING btree ("record_id");
  CREATE INDEX "audit_events_updated_at_idx" ON "audit_events" USING btree ("updated_at");
  CREATE INDEX "audit_events_created_at_idx" ON "audit_events" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "users" CASCADE;
  DROP TABLE "role_grants" CASCADE;
  DROP TABLE "designations" CASCADE;
  DROP TABLE "sessions" CASCADE;
  DROP TABLE "credentials" CASCADE;
  DROP TABLE "volunteers" CASCADE;
  DROP TABLE "vetting_records" CASCADE;
  DROP TABLE "families" CASCADE;
  DROP TABLE "guardians" CASCADE;
  DROP TABLE "children" CASCADE;
  DROP TABLE "consents" CASCADE;
  DROP TABLE "matches" CASCADE;
  DROP TABLE "meetings" CASCADE;
  DROP TABLE "session_logs" CASCADE;
  DROP TABLE "log_addenda" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "audit_events" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."enum_users_standing";
  DROP TYPE "public"."enum_role_grants_role";
  DROP TYPE "public"."enum_designations_designation";
  DROP TYPE "public"."enum_volunteers_standing";
  DROP TYPE "public"."enum_vetting_records_kind";
  DROP TYPE "public"."enum_vetting_records_level";
  DROP TYPE "public"."enum_vetting_records_status";
  DROP TYPE "public"."enum_guardians_contact_rule";
  DROP TYPE "public"."enum_consents_item";
  DROP TYPE "public"."enum_consents_answer";
  DROP TYPE "public"."enum_consents_method";
  DROP TYPE "public"."enum_consents_status";
  DROP TYPE "public"."enum_matches_frequency";
  DROP TYPE "public"."enum_matches_status";
  DROP TYPE "public"."enum_meetings_kind";
  DROP TYPE "public"."enum_meetings_place_kind";
  DROP TYPE "public"."enum_meetings_agreed_way";
  DROP TYPE "public"."enum_meetings_status";
  DROP TYPE "public"."enum_session_logs_status";
  DROP TYPE "public"."enum_log_addenda_status";
  DROP TYPE "public"."enum_notifications_state";`)
}
