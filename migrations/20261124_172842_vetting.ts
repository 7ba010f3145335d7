import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_handovers_status" AS ENUM('needed', 'begun', 'done', 'not-needed');
  CREATE TYPE "public"."enum_volunteers_meets_children" AS ENUM('weekly', 'often', 'overnight', 'seldom', 'never');
  CREATE TYPE "public"."enum_availabilities_free" AS ENUM('monday-morning', 'monday-afternoon', 'monday-evening', 'tuesday-morning', 'tuesday-afternoon', 'tuesday-evening', 'wednesday-morning', 'wednesday-afternoon', 'wednesday-evening', 'thursday-morning', 'thursday-afternoon', 'thursday-evening', 'friday-morning', 'friday-afternoon', 'friday-evening', 'saturday-morning', 'saturday-afternoon', 'saturday-evening', 'sunday-morning', 'sunday-afternoon', 'sunday-evening');
  CREATE TYPE "public"."enum_vetting_records_scheme" AS ENUM('dbs', 'disclosure-scotland', 'access-ni');
  CREATE TYPE "public"."enum_vetting_records_workforce" AS ENUM('child', 'child-and-adult', 'adult', 'other');
  CREATE TYPE "public"."enum_dbs_disclosures_status" AS ENUM('recorded');
  CREATE TYPE "public"."enum_dbs_status_checks_result" AS ENUM('no-change', 'not-current', 'not-found');
  CREATE TYPE "public"."enum_dbs_status_checks_status" AS ENUM('recorded');
  CREATE TYPE "public"."enum_trainings_status" AS ENUM('standing', 'withdrawn');
  CREATE TYPE "public"."enum_standing_requests_wish" AS ENUM('pause', 'leave');
  CREATE TYPE "public"."enum_standing_requests_status" AS ENUM('open', 'done', 'taken-back');
  CREATE TYPE "public"."enum_capacity_overrides_status" AS ENUM('proposed', 'approved', 'declined', 'ended');
  ALTER TABLE "volunteers" ALTER COLUMN "standing" DROP DEFAULT;
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DATA TYPE text;
  DROP TYPE "public"."enum_volunteers_standing";
  CREATE TYPE "public"."enum_volunteers_standing" AS ENUM('joining', 'active', 'paused', 'left');
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DATA TYPE "public"."enum_volunteers_standing" USING "standing"::"public"."enum_volunteers_standing";
  CREATE TABLE "handovers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"match_id" uuid NOT NULL,
  	"child_id" uuid NOT NULL,
  	"contact_id" uuid NOT NULL,
  	"needed_since" varchar NOT NULL,
  	"begun_by_id" uuid,
  	"closed_reason" varchar,
  	"status" "enum_handovers_status" DEFAULT 'needed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "availabilities_free" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_availabilities_free",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "availabilities_away" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" varchar NOT NULL,
  	"until" varchar NOT NULL
  );
  
  CREATE TABLE "availabilities" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "dbs_disclosures" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"check_id" uuid NOT NULL,
  	"shown_to" varchar NOT NULL,
  	"shown_on" varchar NOT NULL,
  	"purpose" varchar NOT NULL,
  	"recorded_by_id" uuid,
  	"status" "enum_dbs_disclosures_status" DEFAULT 'recorded',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "dbs_status_checks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"check_id" uuid NOT NULL,
  	"checked_on" varchar NOT NULL,
  	"result" "enum_dbs_status_checks_result" NOT NULL,
  	"holds_until" varchar,
  	"checked_by_id" uuid,
  	"status" "enum_dbs_status_checks_status" DEFAULT 'recorded',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "trainings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"kind_id" uuid NOT NULL,
  	"taken_on" varchar NOT NULL,
  	"valid_until" varchar,
  	"given_by_id" uuid,
  	"withdrawn_reason" varchar,
  	"status" "enum_trainings_status" DEFAULT 'standing',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "training_kinds" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"required_before_match" boolean DEFAULT false,
  	"months_valid" numeric,
  	"in_use" boolean DEFAULT true,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "standing_requests" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"wish" "enum_standing_requests_wish" NOT NULL,
  	"words" varchar,
  	"status" "enum_standing_requests_status" DEFAULT 'open',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "capacity_overrides" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"children" numeric NOT NULL,
  	"reason" varchar NOT NULL,
  	"proposed_by_id" uuid,
  	"decided_by_id" uuid,
  	"status" "enum_capacity_overrides_status" DEFAULT 'proposed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DEFAULT 'joining';
  ALTER TABLE "volunteers" ADD COLUMN "meets_children" "enum_volunteers_meets_children" DEFAULT 'weekly' NOT NULL;
  ALTER TABLE "volunteers" ADD COLUMN "standing_since" varchar;
  ALTER TABLE "volunteers" ADD COLUMN "standing_reason" varchar;
  ALTER TABLE "volunteers" ADD COLUMN "standing_by_id" uuid;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_purpose" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_objective" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_conduct" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_role" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_boundaries" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "scheme" "enum_vetting_records_scheme";
  ALTER TABLE "vetting_records" ADD COLUMN "workforce" "enum_vetting_records_workforce";
  ALTER TABLE "vetting_records" ADD COLUMN "update_consent_on" varchar;
  ALTER TABLE "programme_settings" ADD COLUMN "recheck_months" numeric DEFAULT 36 NOT NULL;
  ALTER TABLE "programme_settings" ADD COLUMN "volunteer_capacity" numeric DEFAULT 2 NOT NULL;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_contact_id_users_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_begun_by_id_users_id_fk" FOREIGN KEY ("begun_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "availabilities_free" ADD CONSTRAINT "availabilities_free_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."availabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "availabilities_away" ADD CONSTRAINT "availabilities_away_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."availabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "availabilities" ADD CONSTRAINT "availabilities_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_disclosures" ADD CONSTRAINT "dbs_disclosures_check_id_vetting_records_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."vetting_records"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_disclosures" ADD CONSTRAINT "dbs_disclosures_recorded_by_id_users_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_status_checks" ADD CONSTRAINT "dbs_status_checks_check_id_vetting_records_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."vetting_records"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_status_checks" ADD CONSTRAINT "dbs_status_checks_checked_by_id_users_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "trainings" ADD CONSTRAINT "trainings_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "trainings" ADD CONSTRAINT "trainings_kind_id_training_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."training_kinds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "trainings" ADD CONSTRAINT "trainings_given_by_id_users_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "standing_requests" ADD CONSTRAINT "standing_requests_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "handovers_match_idx" ON "handovers" USING btree ("match_id");
  CREATE INDEX "handovers_child_idx" ON "handovers" USING btree ("child_id");
  CREATE INDEX "handovers_contact_idx" ON "handovers" USING btree ("contact_id");
  CREATE INDEX "handovers_begun_by_idx" ON "handovers" USING btree ("begun_by_id");
  CREATE INDEX "handovers_status_idx" ON "handovers" USING btree ("status");
  CREATE INDEX "handovers_updated_at_idx" ON "handovers" USING btree ("updated_at");
  CREATE INDEX "handovers_created_at_idx" ON "handovers" USING btree ("created_at");
  CREATE INDEX "availabilities_free_order_idx" ON "availabilities_free" USING btree ("order");
  CREATE INDEX "availabilities_free_parent_idx" ON "availabilities_free" USING btree ("parent_id");
  CREATE INDEX "availabilities_away_order_idx" ON "availabilities_away" USING btree ("_order");
  CREATE INDEX "availabilities_away_parent_id_idx" ON "availabilities_away" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "availabilities_volunteer_idx" ON "availabilities" USING btree ("volunteer_id");
  CREATE INDEX "availabilities_updated_at_idx" ON "availabilities" USING btree ("updated_at");
  CREATE INDEX "availabilities_created_at_idx" ON "availabilities" USING btree ("created_at");
  CREATE INDEX "dbs_disclosures_check_idx" ON "dbs_disclosures" USING btree ("check_id");
  CREATE INDEX "dbs_disclosures_recorded_by_idx" ON "dbs_disclosures" USING btree ("recorded_by_id");
  CREATE INDEX "dbs_disclosures_status_idx" ON "dbs_disclosures" USING btree ("status");
  CREATE INDEX "dbs_disclosures_updated_at_idx" ON "dbs_disclosures" USING btree ("updated_at");
  CREATE INDEX "dbs_disclosures_created_at_idx" ON "dbs_disclosures" USING btree ("created_at");
  CREATE INDEX "dbs_status_checks_check_idx" ON "dbs_status_checks" USING btree ("check_id");
  CREATE INDEX "dbs_status_checks_checked_by_idx" ON "dbs_status_checks" USING btree ("checked_by_id");
  CREATE INDEX "dbs_status_checks_status_idx" ON "dbs_status_checks" USING btree ("status");
  CREATE INDEX "dbs_status_checks_updated_at_idx" ON "dbs_status_checks" USING btree ("updated_at");
  CREATE INDEX "dbs_status_checks_created_at_idx" ON "dbs_status_checks" USING btree ("created_at");
  CREATE INDEX "trainings_volunteer_idx" ON "trainings" USING btree ("volunteer_id");
  CREATE INDEX "trainings_kind_idx" ON "trainings" USING btree ("kind_id");
  CREATE INDEX "trainings_given_by_idx" ON "trainings" USING btree ("given_by_id");
  CREATE INDEX "trainings_status_idx" ON "trainings" USING btree ("status");
  CREATE INDEX "trainings_updated_at_idx" ON "trainings" USING btree ("updated_at");
  CREATE INDEX "trainings_created_at_idx" ON "trainings" USING btree ("created_at");
  CREATE UNIQUE INDEX "training_kinds_name_idx" ON "training_kinds" USING btree ("name");
  CREATE INDEX "training_kinds_updated_at_idx" ON "training_kinds" USING btree ("updated_at");
  CREATE INDEX "training_kinds_created_at_idx" ON "training_kinds" USING btree ("created_at");
  CREATE INDEX "standing_requests_volunteer_idx" ON "standing_requests" USING btree ("volunteer_id");
  CREATE INDEX "standing_requests_status_idx" ON "standing_requests" USING btree ("status");
  CREATE INDEX "standing_requests_updated_at_idx" ON "standing_requests" USING btree ("updated_at");
  CREATE INDEX "standing_requests_created_at_idx" ON "standing_requests" USING btree ("created_at");
  CREATE INDEX "capacity_overrides_volunteer_idx" ON "capacity_overrides" USING btree ("volunteer_id");
  CREATE INDEX "capacity_overrides_proposed_by_idx" ON "capacity_overrides" USING btree ("proposed_by_id");
  CREATE INDEX "capacity_overrides_decided_by_idx" ON "capacity_overrides" USING btree ("decided_by_id");
  CREATE INDEX "capacity_overrides_status_idx" ON "capacity_overrides" USING btree ("status");
  CREATE INDEX "capacity_overrides_updated_at_idx" ON "capacity_overrides" USING btree ("updated_at");
  CREATE INDEX "capacity_overrides_created_at_idx" ON "capacity_overrides" USING btree ("created_at");
  ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_standing_by_id_users_id_fk" FOREIGN KEY ("standing_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "volunteers_standing_by_idx" ON "volunteers" USING btree ("standing_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "handovers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "availabilities_free" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "availabilities_away" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "availabilities" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "dbs_disclosures" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "dbs_status_checks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "trainings" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "training_kinds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "standing_requests" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "capacity_overrides" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "handovers" CASCADE;
  DROP TABLE "availabilities_free" CASCADE;
  DROP TABLE "availabilities_away" CASCADE;
  DROP TABLE "availabilities" CASCADE;
  DROP TABLE "dbs_disclosures" CASCADE;
  DROP TABLE "dbs_status_checks" CASCADE;
  DROP TABLE "trainings" CASCADE;
  DROP TABLE "training_kinds" CASCADE;
  DROP TABLE "standing_requests" CASCADE;
  DROP TABLE "capacity_overrides" CASCADE;
  ALTER TABLE "volunteers" DROP CONSTRAINT "volunteers_standing_by_id_users_id_fk";
  
  UPDATE "volunteers" SET "standing" = 'paused' WHERE "standing" = 'joining';
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DATA TYPE text;
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DEFAULT 'active'::text;
  DROP TYPE "public"."enum_volunteers_standing";
  CREATE TYPE "public"."enum_volunteers_standing" AS ENUM('active', 'paused', 'left');
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DEFAULT 'active'::"public"."enum_volunteers_standing";
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DATA TYPE "public"."enum_volunteers_standing" USING "standing"::"public"."enum_volunteers_standing";
  DROP INDEX "volunteers_standing_by_idx";
  ALTER TABLE "volunteers" DROP COLUMN "meets_children";
  ALTER TABLE "volunteers" DROP COLUMN "standing_since";
  ALTER TABLE "volunteers" DROP COLUMN "standing_reason";
  ALTER TABLE "volunteers" DROP COLUMN "standing_by_id";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_purpose";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_objective";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_conduct";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_role";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_boundaries";
  ALTER TABLE "vetting_records" DROP COLUMN "scheme";
  ALTER TABLE "vetting_records" DROP COLUMN "workforce";
  ALTER TABLE "vetting_records" DROP COLUMN "update_consent_on";
  ALTER TABLE "programme_settings" DROP COLUMN "recheck_months";
  ALTER TABLE "programme_settings" DROP COLUMN "volunteer_capacity";
  DROP TYPE "public"."enum_handovers_status";
  DROP TYPE "public"."enum_volunteers_meets_children";
  DROP TYPE "public"."enum_availabilities_free";
  DROP TYPE "public"."enum_vetting_records_scheme";
  DROP TYPE "public"."enum_vetting_records_workforce";
  DROP TYPE "public"."enum_dbs_disclosures_status";
  DROP TYPE "public"."enum_dbs_status_checks_result";
  DROP TYPE "public"."enum_dbs_status_checks_status";
  DROP TYPE "public"."enum_trainings_status";
  DROP TYPE "public"."enum_standing_requests_wish";
  DROP TYPE "public"."enum_standing_requests_status";
  DROP TYPE "public"."enum_capacity_overrides_status";`)
}
