import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_child_merges_status" AS ENUM('proposed', 'done', 'withdrawn');
  CREATE TABLE "child_merges" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"keep_id" uuid NOT NULL,
  	"leave_id" uuid NOT NULL,
  	"why" varchar NOT NULL,
  	"proposed_by_id" uuid,
  	"carried_out_by_id" uuid,
  	"carried_out_at" timestamp(3) with time zone,
  	"withdrawn_because" varchar,
  	"status" "enum_child_merges_status" DEFAULT 'proposed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "children" ADD COLUMN "merged_into_id" uuid;
  ALTER TABLE "child_merges" ADD CONSTRAINT "child_merges_keep_id_children_id_fk" FOREIGN KEY ("keep_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "child_merges" ADD CONSTRAINT "child_merges_leave_id_children_id_fk" FOREIGN KEY ("leave_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "child_merges" ADD CONSTRAINT "child_merges_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "child_merges" ADD CONSTRAINT "child_merges_carried_out_by_id_users_id_fk" FOREIGN KEY ("carried_out_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "child_merges_keep_idx" ON "child_merges" USING btree ("keep_id");
  CREATE INDEX "child_merges_leave_idx" ON "child_merges" USING btree ("leave_id");
  CREATE INDEX "child_merges_proposed_by_idx" ON "child_merges" USING btree ("proposed_by_id");
  CREATE INDEX "child_merges_carried_out_by_idx" ON "child_merges" USING btree ("carried_out_by_id");
  CREATE INDEX "child_merges_status_idx" ON "child_merges" USING btree ("status");
  CREATE INDEX "child_merges_updated_at_idx" ON "child_merges" USING btree ("updated_at");
  CREATE INDEX "child_merges_created_at_idx" ON "child_merges" USING btree ("created_at");
  ALTER TABLE "children" ADD CONSTRAINT "children_merged_into_id_children_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "children_merged_into_idx" ON "children" USING btree ("merged_into_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "child_merges" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "child_merges" CASCADE;
  ALTER TABLE "children" DROP CONSTRAINT "children_merged_into_id_children_id_fk";
  
  DROP INDEX "children_merged_into_idx";
  ALTER TABLE "children" DROP COLUMN "merged_into_id";
  DROP TYPE "public"."enum_child_merges_status";`)
}
