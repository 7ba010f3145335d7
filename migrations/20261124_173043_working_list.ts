import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_working_list_entries_status" AS ENUM('listed', 'taken-off');
  CREATE TABLE "working_list_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"age_given" varchar,
  	"reason" varchar,
  	"mentor_given" varchar,
  	"goals" varchar,
  	"comment" varchar,
  	"child_id" uuid,
  	"years_given" varchar,
  	"import_id" uuid,
  	"sheet_row" numeric,
  	"row_digest" varchar,
  	"off_reason" varchar,
  	"status" "enum_working_list_entries_status" DEFAULT 'listed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "working_list_imports" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"imported_by_id" uuid,
  	"imported_at" timestamp(3) with time zone,
  	"new_rows" numeric,
  	"changed_rows" numeric,
  	"unchanged_rows" numeric,
  	"returned_rows" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "working_list_entries" ADD CONSTRAINT "working_list_entries_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "working_list_entries" ADD CONSTRAINT "working_list_entries_import_id_working_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."working_list_imports"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "working_list_imports" ADD CONSTRAINT "working_list_imports_imported_by_id_users_id_fk" FOREIGN KEY ("imported_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "working_list_entries_child_idx" ON "working_list_entries" USING btree ("child_id");
  CREATE INDEX "working_list_entries_import_idx" ON "working_list_entries" USING btree ("import_id");
  CREATE INDEX "working_list_entries_status_idx" ON "working_list_entries" USING btree ("status");
  CREATE INDEX "working_list_entries_updated_at_idx" ON "working_list_entries" USING btree ("updated_at");
  CREATE INDEX "working_list_entries_created_at_idx" ON "working_list_entries" USING btree ("created_at");
  CREATE INDEX "working_list_imports_imported_by_idx" ON "working_list_imports" USING btree ("imported_by_id");
  CREATE INDEX "working_list_imports_updated_at_idx" ON "working_list_imports" USING btree ("updated_at");
  CREATE INDEX "working_list_imports_created_at_idx" ON "working_list_imports" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "working_list_entries" CASCADE;
  DROP TABLE "working_list_imports" CASCADE;
  DROP TYPE "public"."enum_working_list_entries_status";`)
}
