import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "matches" ADD COLUMN "school_told_by_id" uuid;
  ALTER TABLE "matches" ADD COLUMN "school_told_on" varchar;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_school_told_by_id_users_id_fk" FOREIGN KEY ("school_told_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "matches_school_told_by_idx" ON "matches" USING btree ("school_told_by_id");
  ALTER TABLE "matches" ADD CONSTRAINT "matches_school_told_on_is_a_date" CHECK ("school_told_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and "school_told_on" = to_char(to_date("school_told_on", 'YYYY-MM-DD'), 'YYYY-MM-DD'));`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "matches" DROP CONSTRAINT "matches_school_told_by_id_users_id_fk";
  
  DROP INDEX "matches_school_told_by_idx";
  ALTER TABLE "matches" DROP COLUMN "school_told_by_id";
  ALTER TABLE "matches" DROP COLUMN "school_told_on";`)
}
