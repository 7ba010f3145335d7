import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "meeting_addresses" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"meeting_id" uuid,
  	"address" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "matches" ADD COLUMN "proposed_by_id" uuid;
  ALTER TABLE "matches" ADD COLUMN "steps_by" jsonb;
  ALTER TABLE "meetings" ADD COLUMN "changed_by_id" uuid;
  ALTER TABLE "meeting_addresses" ADD CONSTRAINT "meeting_addresses_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "meeting_addresses_meeting_idx" ON "meeting_addresses" USING btree ("meeting_id");
  CREATE INDEX "meeting_addresses_updated_at_idx" ON "meeting_addresses" USING btree ("updated_at");
  CREATE INDEX "meeting_addresses_created_at_idx" ON "meeting_addresses" USING btree ("created_at");
  ALTER TABLE "matches" ADD CONSTRAINT "matches_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_changed_by_id_users_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "matches_proposed_by_idx" ON "matches" USING btree ("proposed_by_id");
  CREATE INDEX "meetings_changed_by_idx" ON "meetings" USING btree ("changed_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "meeting_addresses" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "meeting_addresses" CASCADE;
  ALTER TABLE "matches" DROP CONSTRAINT "matches_proposed_by_id_users_id_fk";
  
  ALTER TABLE "meetings" DROP CONSTRAINT "meetings_changed_by_id_users_id_fk";
  
  DROP INDEX "matches_proposed_by_idx";
  DROP INDEX "meetings_changed_by_idx";
  ALTER TABLE "matches" DROP COLUMN "proposed_by_id";
  ALTER TABLE "matches" DROP COLUMN "steps_by";
  ALTER TABLE "meetings" DROP COLUMN "changed_by_id";`)
}
