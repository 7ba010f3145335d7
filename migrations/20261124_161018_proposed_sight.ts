import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "matches" ADD COLUMN "chosen_by_id" uuid;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_chosen_by_id_users_id_fk" FOREIGN KEY ("chosen_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "matches_chosen_by_idx" ON "matches" USING btree ("chosen_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "matches" DROP CONSTRAINT "matches_chosen_by_id_users_id_fk";
  
  DROP INDEX "matches_chosen_by_idx";
  ALTER TABLE "matches" DROP COLUMN "chosen_by_id";`)
}
