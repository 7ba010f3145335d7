import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_applications_source" AS ENUM('known', 'outsider');
  CREATE TYPE "public"."enum_applications_interview_outcome" AS ENUM('recommend', 'unsure', 'not');
  CREATE TYPE "public"."enum_applications_status" AS ENUM('received', 'considered', 'interview-planned', 'interviewed', 'approved', 'not-approved', 'withdrawn');
  CREATE TYPE "public"."enum_volunteer_references_status" AS ENUM('named', 'asked', 'answered', 'declined', 'ended');
  CREATE TYPE "public"."enum_reference_answers_method" AS ENUM('link', 'telephone');
  CREATE TYPE "public"."enum_reference_answers_capacity" AS ENUM('work', 'volunteering', 'education', 'neighbour', 'friend', 'family', 'other');
  CREATE TYPE "public"."enum_reference_answers_worry" AS ENUM('no', 'yes');
  CREATE TYPE "public"."enum_reference_answers_status" AS ENUM('to-confirm', 'held', 'set-aside');
  CREATE TYPE "public"."enum_self_declarations_declares" AS ENUM('nothing', 'something');
  CREATE TABLE "applications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"source" "enum_applications_source" NOT NULL,
  	"email" varchar NOT NULL,
  	"mobile" varchar NOT NULL,
  	"born_on" varchar NOT NULL,
  	"home_address" varchar NOT NULL,
  	"why" varchar NOT NULL,
  	"skills" varchar,
  	"interests" varchar,
  	"languages" varchar,
  	"availability" varchar,
  	"earlier_involvement" varchar,
  	"agreed_to_checks" boolean DEFAULT false,
  	"code" varchar,
  	"received_on" varchar,
  	"entered_by_id" uuid,
  	"interview_at" timestamp(3) with time zone,
  	"interview_place" varchar,
  	"interviewed_on" varchar,
  	"interviewed_by_id" uuid,
  	"interviewed_with" varchar,
  	"interview_outcome" "enum_applications_interview_outcome",
  	"decided_by_id" uuid,
  	"decided_at" timestamp(3) with time zone,
  	"decision_reason" varchar,
  	"volunteer_id" uuid,
  	"link_digest" varchar,
  	"link_number" numeric DEFAULT 0,
  	"ends_at" timestamp(3) with time zone,
  	"status" "enum_applications_status" DEFAULT 'received',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "applications_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "volunteer_references" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"application_id" uuid,
  	"volunteer_id" uuid,
  	"referee_name" varchar NOT NULL,
  	"referee_email" varchar,
  	"referee_telephone" varchar,
  	"how_known" varchar,
  	"asked_at" timestamp(3) with time zone,
  	"link_digest" varchar,
  	"link_number" numeric DEFAULT 0,
  	"ends_at" timestamp(3) with time zone,
  	"status" "enum_volunteer_references_status" DEFAULT 'named',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "reference_answers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"reference_id" uuid NOT NULL,
  	"method" "enum_reference_answers_method" DEFAULT 'telephone' NOT NULL,
  	"spoken_on" varchar,
  	"known_for" varchar NOT NULL,
  	"capacity" "enum_reference_answers_capacity" NOT NULL,
  	"suitability" varchar NOT NULL,
  	"worry" "enum_reference_answers_worry" NOT NULL,
  	"worry_words" varchar,
  	"taken_by_id" uuid,
  	"confirmed_by_id" uuid,
  	"held_on" varchar,
  	"set_aside_reason" varchar,
  	"status" "enum_reference_answers_status" DEFAULT 'to-confirm',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "self_declarations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"application_id" uuid,
  	"volunteer_id" uuid,
  	"declares" "enum_self_declarations_declares" NOT NULL,
  	"words" varchar,
  	"declared_on" varchar NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "interview_notes" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"application_id" uuid NOT NULL,
  	"words" varchar NOT NULL,
  	"written_by_id" uuid,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "programme_settings" ADD COLUMN "volunteer_skills" varchar DEFAULT 'Communication
  Active listening
  Empathy with young people
  Organisation
  Building trust
  Reflection
  Self-awareness
  Negotiation
  Non-judgemental
  Constructive with challenging behaviour
  Flexible
  Adaptable';
  ALTER TABLE "applications" ADD CONSTRAINT "applications_entered_by_id_users_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "applications" ADD CONSTRAINT "applications_interviewed_by_id_users_id_fk" FOREIGN KEY ("interviewed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "applications" ADD CONSTRAINT "applications_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "applications" ADD CONSTRAINT "applications_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "applications_rels" ADD CONSTRAINT "applications_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "applications_rels" ADD CONSTRAINT "applications_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "volunteer_references" ADD CONSTRAINT "volunteer_references_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "volunteer_references" ADD CONSTRAINT "volunteer_references_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reference_answers" ADD CONSTRAINT "reference_answers_reference_id_volunteer_references_id_fk" FOREIGN KEY ("reference_id") REFERENCES "public"."volunteer_references"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reference_answers" ADD CONSTRAINT "reference_answers_taken_by_id_users_id_fk" FOREIGN KEY ("taken_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reference_answers" ADD CONSTRAINT "reference_answers_confirmed_by_id_users_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "self_declarations" ADD CONSTRAINT "self_declarations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "self_declarations" ADD CONSTRAINT "self_declarations_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interview_notes" ADD CONSTRAINT "interview_notes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interview_notes" ADD CONSTRAINT "interview_notes_written_by_id_users_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "applications_code_idx" ON "applications" USING btree ("code");
  CREATE INDEX "applications_entered_by_idx" ON "applications" USING btree ("entered_by_id");
  CREATE INDEX "applications_interviewed_by_idx" ON "applications" USING btree ("interviewed_by_id");
  CREATE INDEX "applications_decided_by_idx" ON "applications" USING btree ("decided_by_id");
  CREATE INDEX "applications_volunteer_idx" ON "applications" USING btree ("volunteer_id");
  CREATE UNIQUE INDEX "applications_link_digest_idx" ON "applications" USING btree ("link_digest");
  CREATE INDEX "applications_status_idx" ON "applications" USING btree ("status");
  CREATE INDEX "applications_updated_at_idx" ON "applications" USING btree ("updated_at");
  CREATE INDEX "applications_created_at_idx" ON "applications" USING btree ("created_at");
  CREATE INDEX "applications_rels_order_idx" ON "applications_rels" USING btree ("order");
  CREATE INDEX "applications_rels_parent_idx" ON "applications_rels" USING btree ("parent_id");
  CREATE INDEX "applications_rels_path_idx" ON "applications_rels" USING btree ("path");
  CREATE INDEX "applications_rels_users_id_idx" ON "applications_rels" USING btree ("users_id");
  CREATE INDEX "volunteer_references_application_idx" ON "volunteer_references" USING btree ("application_id");
  CREATE INDEX "volunteer_references_volunteer_idx" ON "volunteer_references" USING btree ("volunteer_id");
  CREATE UNIQUE INDEX "volunteer_references_link_digest_idx" ON "volunteer_references" USING btree ("link_digest");
  CREATE INDEX "volunteer_references_status_idx" ON "volunteer_references" USING btree ("status");
  CREATE INDEX "volunteer_references_updated_at_idx" ON "volunteer_references" USING btree ("updated_at");
  CREATE INDEX "volunteer_references_created_at_idx" ON "volunteer_references" USING btree ("created_at");
  CREATE INDEX "reference_answers_reference_idx" ON "reference_answers" USING btree ("reference_id");
  CREATE INDEX "reference_answers_taken_by_idx" ON "reference_answers" USING btree ("taken_by_id");
  CREATE INDEX "reference_answers_confirmed_by_idx" ON "reference_answers" USING btree ("confirmed_by_id");
  CREATE INDEX "reference_answers_status_idx" ON "reference_answers" USING btree ("status");
  CREATE INDEX "reference_answers_updated_at_idx" ON "reference_answers" USING btree ("updated_at");
  CREATE INDEX "reference_answers_created_at_idx" ON "reference_answers" USING btree ("created_at");
  CREATE INDEX "self_declarations_application_idx" ON "self_declarations" USING btree ("application_id");
  CREATE INDEX "self_declarations_volunteer_idx" ON "self_declarations" USING btree ("volunteer_id");
  CREATE INDEX "self_declarations_updated_at_idx" ON "self_declarations" USING btree ("updated_at");
  CREATE INDEX "self_declarations_created_at_idx" ON "self_declarations" USING btree ("created_at");
  CREATE INDEX "interview_notes_application_idx" ON "interview_notes" USING btree ("application_id");
  CREATE INDEX "interview_notes_written_by_idx" ON "interview_notes" USING btree ("written_by_id");
  CREATE INDEX "interview_notes_updated_at_idx" ON "interview_notes" USING btree ("updated_at");
  CREATE INDEX "interview_notes_created_at_idx" ON "interview_notes" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "applications" CASCADE;
  DROP TABLE "applications_rels" CASCADE;
  DROP TABLE "volunteer_references" CASCADE;
  DROP TABLE "reference_answers" CASCADE;
  DROP TABLE "self_declarations" CASCADE;
  DROP TABLE "interview_notes" CASCADE;
  ALTER TABLE "programme_settings" DROP COLUMN "volunteer_skills";
  DROP TYPE "public"."enum_applications_source";
  DROP TYPE "public"."enum_applications_interview_outcome";
  DROP TYPE "public"."enum_applications_status";
  DROP TYPE "public"."enum_volunteer_references_status";
  DROP TYPE "public"."enum_reference_answers_method";
  DROP TYPE "public"."enum_reference_answers_capacity";
  DROP TYPE "public"."enum_reference_answers_worry";
  DROP TYPE "public"."enum_reference_answers_status";
  DROP TYPE "public"."enum_self_declarations_declares";`)
}
