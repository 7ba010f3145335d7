import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_directory_entries_cost" AS ENUM('free', 'price', 'words');
  CREATE TYPE "public"."enum_directory_entries_status" AS ENUM('listed', 'taken-off');
  CREATE TYPE "public"."enum_directory_suggestions_kind" AS ENUM('new-place', 'out-of-date');
  CREATE TYPE "public"."enum_directory_suggestions_status" AS ENUM('open', 'accepted', 'declined');
  CREATE TYPE "public"."enum_guidance_pages_status" AS ENUM('draft', 'published');
  CREATE TABLE "directory_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"organisation" varchar NOT NULL,
  	"category_id" uuid NOT NULL,
  	"needs" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"website" varchar,
  	"how_to_refer" varchar,
  	"cost" "enum_directory_entries_cost" DEFAULT 'words' NOT NULL,
  	"cost_pence" numeric,
  	"cost_words" varchar DEFAULT 'To be checked',
  	"age_from" numeric,
  	"age_to" numeric,
  	"area" varchar,
  	"is_private_person" boolean DEFAULT false,
  	"note" varchar,
  	"checked_on" varchar,
  	"checked_by_id" uuid,
  	"doubted_on" varchar,
  	"taken_off_reason" varchar,
  	"status" "enum_directory_entries_status" DEFAULT 'listed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "directory_suggestions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum_directory_suggestions_kind" NOT NULL,
  	"organisation" varchar NOT NULL,
  	"entry_id" uuid,
  	"category_id" uuid,
  	"phone" varchar,
  	"website" varchar,
  	"words" varchar NOT NULL,
  	"suggested_by_id" uuid,
  	"answer" varchar,
  	"answered_by_id" uuid,
  	"answered_at" timestamp(3) with time zone,
  	"status" "enum_directory_suggestions_status" DEFAULT 'open',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "directory_categories" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"in_use" boolean DEFAULT true,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "guidance_pages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"address" varchar NOT NULL,
  	"place" numeric DEFAULT 100 NOT NULL,
  	"text" jsonb NOT NULL,
  	"status" "enum_guidance_pages_status" DEFAULT 'draft',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "programme_values" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"heading" varchar NOT NULL,
  	"place" numeric DEFAULT 100 NOT NULL,
  	"in_use" boolean DEFAULT true,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "directory_entries" ADD CONSTRAINT "directory_entries_category_id_directory_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."directory_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_entries" ADD CONSTRAINT "directory_entries_checked_by_id_users_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_suggestions" ADD CONSTRAINT "directory_suggestions_entry_id_directory_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."directory_entries"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_suggestions" ADD CONSTRAINT "directory_suggestions_category_id_directory_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."directory_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_suggestions" ADD CONSTRAINT "directory_suggestions_suggested_by_id_users_id_fk" FOREIGN KEY ("suggested_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_suggestions" ADD CONSTRAINT "directory_suggestions_answered_by_id_users_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "directory_entries_category_idx" ON "directory_entries" USING btree ("category_id");
  CREATE INDEX "directory_entries_checked_by_idx" ON "directory_entries" USING btree ("checked_by_id");
  CREATE INDEX "directory_entries_status_idx" ON "directory_entries" USING btree ("status");
  CREATE INDEX "directory_entries_updated_at_idx" ON "directory_entries" USING btree ("updated_at");
  CREATE INDEX "directory_entries_created_at_idx" ON "directory_entries" USING btree ("created_at");
  CREATE INDEX "directory_suggestions_entry_idx" ON "directory_suggestions" USING btree ("entry_id");
  CREATE INDEX "directory_suggestions_category_idx" ON "directory_suggestions" USING btree ("category_id");
  CREATE INDEX "directory_suggestions_suggested_by_idx" ON "directory_suggestions" USING btree ("suggested_by_id");
  CREATE INDEX "directory_suggestions_answered_by_idx" ON "directory_suggestions" USING btree ("answered_by_id");
  CREATE INDEX "directory_suggestions_status_idx" ON "directory_suggestions" USING btree ("status");
  CREATE INDEX "directory_suggestions_updated_at_idx" ON "directory_suggestions" USING btree ("updated_at");
  CREATE INDEX "directory_suggestions_created_at_idx" ON "directory_suggestions" USING btree ("created_at");
  CREATE UNIQUE INDEX "directory_categories_name_idx" ON "directory_categories" USING btree ("name");
  CREATE INDEX "directory_categories_updated_at_idx" ON "directory_categories" USING btree ("updated_at");
  CREATE INDEX "directory_categories_created_at_idx" ON "directory_categories" USING btree ("created_at");
  CREATE UNIQUE INDEX "guidance_pages_address_idx" ON "guidance_pages" USING btree ("address");
  CREATE INDEX "guidance_pages_status_idx" ON "guidance_pages" USING btree ("status");
  CREATE INDEX "guidance_pages_updated_at_idx" ON "guidance_pages" USING btree ("updated_at");
  CREATE INDEX "guidance_pages_created_at_idx" ON "guidance_pages" USING btree ("created_at");
  CREATE UNIQUE INDEX "programme_values_name_idx" ON "programme_values" USING btree ("name");
  CREATE INDEX "programme_values_updated_at_idx" ON "programme_values" USING btree ("updated_at");
  CREATE INDEX "programme_values_created_at_idx" ON "programme_values" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "directory_entries" CASCADE;
  DROP TABLE "directory_suggestions" CASCADE;
  DROP TABLE "directory_categories" CASCADE;
  DROP TABLE "guidance_pages" CASCADE;
  DROP TABLE "programme_values" CASCADE;
  DROP TYPE "public"."enum_directory_entries_cost";
  DROP TYPE "public"."enum_directory_entries_status";
  DROP TYPE "public"."enum_directory_suggestions_kind";
  DROP TYPE "public"."enum_directory_suggestions_status";
  DROP TYPE "public"."enum_guidance_pages_status";`)
}
