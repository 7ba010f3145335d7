import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_children_stages" AS ENUM('one', 'two', 'three');
  CREATE TYPE "public"."enum_guardians_preferred_way" AS ENUM('text', 'email', 'telephone', 'face-to-face');
  CREATE TYPE "public"."enum_education_entries_status" AS ENUM('full-time', 'part-time', 'alternative-provision', 'home-educated', 'suspended', 'excluded', 'not-attending', 'no-place', 'college-or-sixth-form', 'apprenticeship', 'working', 'not-in-education');
  CREATE TYPE "public"."enum_sibling_links_kind" AS ENUM('full', 'half', 'step', 'foster', 'adopted');
  CREATE TYPE "public"."enum_plan_parts_kind" AS ENUM('one-to-one', 'professional', 'club', 'work-experience', 'trip', 'grant');
  CREATE TYPE "public"."enum_plan_parts_state" AS ENUM('planned', 'going-on', 'done', 'dropped');
  CREATE TYPE "public"."enum_barriers_remedy" AS ENUM('money', 'support', 'both');
  CREATE TYPE "public"."enum_barriers_status" AS ENUM('open', 'removed');
  ALTER TYPE "public"."enum_guardians_contact_rule" ADD VALUE 'writing' BEFORE 'none';
  CREATE TABLE "children_stages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_children_stages",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "medical_needs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"allergies" varchar,
  	"medication" varchar,
  	"access_needs" varchar,
  	"in_an_emergency" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "education_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"status" "enum_education_entries_status" NOT NULL,
  	"since" varchar NOT NULL,
  	"place" varchar,
  	"note" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sibling_links" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"sibling_id" uuid NOT NULL,
  	"kind" "enum_sibling_links_kind" DEFAULT 'full' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "plans" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"made_on" varchar NOT NULL,
  	"child_took_part" boolean DEFAULT false,
  	"child_not_because" varchar,
  	"childs_words" varchar,
  	"parents_not_because" varchar,
  	"others_took_part" varchar,
  	"summary" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "plans_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"guardians_id" uuid,
  	"key_workers_id" uuid
  );
  
  CREATE TABLE "plan_parts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"kind" "enum_plan_parts_kind" NOT NULL,
  	"title" varchar NOT NULL,
  	"with_whom" varchar,
  	"from" varchar NOT NULL,
  	"until" varchar,
  	"state" "enum_plan_parts_state" DEFAULT 'planned' NOT NULL,
  	"barrier_id" uuid,
  	"note" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "barriers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"what" varchar NOT NULL,
  	"remedy" "enum_barriers_remedy" NOT NULL,
  	"remedy_words" varchar NOT NULL,
  	"removed_on" varchar,
  	"removed_how" varchar,
  	"status" "enum_barriers_status" DEFAULT 'open',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "support_levels" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"place" numeric NOT NULL,
  	"name" varchar NOT NULL,
  	"needs" varchar NOT NULL,
  	"offered" varchar NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "children" ADD COLUMN "school" varchar;
  ALTER TABLE "children" ADD COLUMN "held_in_year" numeric;
  ALTER TABLE "children" ADD COLUMN "support_level_id" uuid;
  ALTER TABLE "children" ADD COLUMN "held_in_year_on" varchar;
  ALTER TABLE "guardians" ADD COLUMN "contact_words" varchar;
  ALTER TABLE "guardians" ADD COLUMN "preferred_way" "enum_guardians_preferred_way";
  ALTER TABLE "guardians" ADD COLUMN "language" varchar;
  ALTER TABLE "key_workers" ADD COLUMN "since" varchar;
  ALTER TABLE "key_workers" ADD COLUMN "until" varchar;
  ALTER TABLE "key_workers" ADD COLUMN "note" varchar;
  ALTER TABLE "goals" ADD COLUMN "barrier_id" uuid;
  ALTER TABLE "children_stages" ADD CONSTRAINT "children_stages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."children"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "medical_needs" ADD CONSTRAINT "medical_needs_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "education_entries" ADD CONSTRAINT "education_entries_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sibling_links" ADD CONSTRAINT "sibling_links_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sibling_links" ADD CONSTRAINT "sibling_links_sibling_id_children_id_fk" FOREIGN KEY ("sibling_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plans" ADD CONSTRAINT "plans_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plans_rels" ADD CONSTRAINT "plans_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "plans_rels" ADD CONSTRAINT "plans_rels_guardians_fk" FOREIGN KEY ("guardians_id") REFERENCES "public"."guardians"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "plans_rels" ADD CONSTRAINT "plans_rels_key_workers_fk" FOREIGN KEY ("key_workers_id") REFERENCES "public"."key_workers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "plan_parts" ADD CONSTRAINT "plan_parts_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plan_parts" ADD CONSTRAINT "plan_parts_barrier_id_barriers_id_fk" FOREIGN KEY ("barrier_id") REFERENCES "public"."barriers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "barriers" ADD CONSTRAINT "barriers_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "children_stages_order_idx" ON "children_stages" USING btree ("order");
  CREATE INDEX "children_stages_parent_idx" ON "children_stages" USING btree ("parent_id");
  CREATE UNIQUE INDEX "medical_needs_child_idx" ON "medical_needs" USING btree ("child_id");
  CREATE INDEX "medical_needs_updated_at_idx" ON "medical_needs" USING btree ("updated_at");
  CREATE INDEX "medical_needs_created_at_idx" ON "medical_needs" USING btree ("created_at");
  CREATE INDEX "education_entries_child_idx" ON "education_entries" USING btree ("child_id");
  CREATE INDEX "education_entries_updated_at_idx" ON "education_entries" USING btree ("updated_at");
  CREATE INDEX "education_entries_created_at_idx" ON "education_entries" USING btree ("created_at");
  CREATE INDEX "sibling_links_child_idx" ON "sibling_links" USING btree ("child_id");
  CREATE INDEX "sibling_links_sibling_idx" ON "sibling_links" USING btree ("sibling_id");
  CREATE INDEX "sibling_links_updated_at_idx" ON "sibling_links" USING btree ("updated_at");
  CREATE INDEX "sibling_links_created_at_idx" ON "sibling_links" USING btree ("created_at");
  CREATE INDEX "plans_child_idx" ON "plans" USING btree ("child_id");
  CREATE INDEX "plans_updated_at_idx" ON "plans" USING btree ("updated_at");
  CREATE INDEX "plans_created_at_idx" ON "plans" USING btree ("created_at");
  CREATE INDEX "plans_rels_order_idx" ON "plans_rels" USING btree ("order");
  CREATE INDEX "plans_rels_parent_idx" ON "plans_rels" USING btree ("parent_id");
  CREATE INDEX "plans_rels_path_idx" ON "plans_rels" USING btree ("path");
  CREATE INDEX "plans_rels_guardians_id_idx" ON "plans_rels" USING btree ("guardians_id");
  CREATE INDEX "plans_rels_key_workers_id_idx" ON "plans_rels" USING btree ("key_workers_id");
  CREATE INDEX "plan_parts_child_idx" ON "plan_parts" USING btree ("child_id");
  CREATE INDEX "plan_parts_barrier_idx" ON "plan_parts" USING btree ("barrier_id");
  CREATE INDEX "plan_parts_updated_at_idx" ON "plan_parts" USING btree ("updated_at");
  CREATE INDEX "plan_parts_created_at_idx" ON "plan_parts" USING btree ("created_at");
  CREATE INDEX "barriers_child_idx" ON "barriers" USING btree ("child_id");
  CREATE INDEX "barriers_status_idx" ON "barriers" USING btree ("status");
  CREATE INDEX "barriers_updated_at_idx" ON "barriers" USING btree ("updated_at");
  CREATE INDEX "barriers_created_at_idx" ON "barriers" USING btree ("created_at");
  CREATE UNIQUE INDEX "support_levels_place_idx" ON "support_levels" USING btree ("place");
  CREATE INDEX "support_levels_updated_at_idx" ON "support_levels" USING btree ("updated_at");
  CREATE INDEX "support_levels_created_at_idx" ON "support_levels" USING btree ("created_at");
  ALTER TABLE "children" ADD CONSTRAINT "children_support_level_id_support_levels_id_fk" FOREIGN KEY ("support_level_id") REFERENCES "public"."support_levels"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "goals" ADD CONSTRAINT "goals_barrier_id_barriers_id_fk" FOREIGN KEY ("barrier_id") REFERENCES "public"."barriers"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "children_support_level_idx" ON "children" USING btree ("support_level_id");
  CREATE INDEX "goals_barrier_idx" ON "goals" USING btree ("barrier_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "children_stages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "medical_needs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "education_entries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sibling_links" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "plans" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "plans_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "plan_parts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "barriers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "support_levels" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "children_stages" CASCADE;
  DROP TABLE "medical_needs" CASCADE;
  DROP TABLE "education_entries" CASCADE;
  DROP TABLE "sibling_links" CASCADE;
  DROP TABLE "plans" CASCADE;
  DROP TABLE "plans_rels" CASCADE;
  DROP TABLE "plan_parts" CASCADE;
  DROP TABLE "barriers" CASCADE;
  DROP TABLE "support_levels" CASCADE;
  ALTER TABLE "children" DROP CONSTRAINT "children_support_level_id_support_levels_id_fk";
  
  ALTER TABLE "goals" DROP CONSTRAINT "goals_barrier_id_barriers_id_fk";
  
  ALTER TABLE "guardians" ALTER COLUMN "contact_rule" SET DATA TYPE text;
  ALTER TABLE "guardians" ALTER COLUMN "contact_rule" SET DEFAULT 'usual'::text;
  DROP TYPE "public"."enum_guardians_contact_rule";
  CREATE TYPE "public"."enum_guardians_contact_rule" AS ENUM('usual', 'none');
  ALTER TABLE "guardians" ALTER COLUMN "contact_rule" SET DEFAULT 'usual'::"public"."enum_guardians_contact_rule";
  ALTER TABLE "guardians" ALTER COLUMN "contact_rule" SET DATA TYPE "public"."enum_guardians_contact_rule" USING "contact_rule"::"public"."enum_guardians_contact_rule";
  DROP INDEX "children_support_level_idx";
  DROP INDEX "goals_barrier_idx";
  ALTER TABLE "children" DROP COLUMN "school";
  ALTER TABLE "children" DROP COLUMN "held_in_year";
  ALTER TABLE "children" DROP COLUMN "support_level_id";
  ALTER TABLE "children" DROP COLUMN "held_in_year_on";
  ALTER TABLE "guardians" DROP COLUMN "contact_words";
  ALTER TABLE "guardians" DROP COLUMN "preferred_way";
  ALTER TABLE "guardians" DROP COLUMN "language";
  ALTER TABLE "key_workers" DROP COLUMN "since";
  ALTER TABLE "key_workers" DROP COLUMN "until";
  ALTER TABLE "key_workers" DROP COLUMN "note";
  ALTER TABLE "goals" DROP COLUMN "barrier_id";
  DROP TYPE "public"."enum_children_stages";
  DROP TYPE "public"."enum_guardians_preferred_way";
  DROP TYPE "public"."enum_education_entries_status";
  DROP TYPE "public"."enum_sibling_links_kind";
  DROP TYPE "public"."enum_plan_parts_kind";
  DROP TYPE "public"."enum_plan_parts_state";
  DROP TYPE "public"."enum_barriers_remedy";
  DROP TYPE "public"."enum_barriers_status";`)
}
