import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** A log sheet that was kept on paper is brought in: such a log has no match, and nothing else is without one. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "session_logs" ALTER COLUMN "match_id" DROP NOT NULL;
  ALTER TABLE "session_logs" ADD COLUMN "brought_in_by_id" uuid;
  ALTER TABLE "session_logs" ADD COLUMN "paper_file" varchar;
  ALTER TABLE "session_logs" ADD COLUMN "paper_row" numeric;
  ALTER TABLE "session_logs" ADD COLUMN "paper_date" varchar;
  ALTER TABLE "session_logs" ADD COLUMN "paper_digest" varchar;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_brought_in_by_id_users_id_fk" FOREIGN KEY ("brought_in_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "session_logs_brought_in_by_idx" ON "session_logs" USING btree ("brought_in_by_id");
  ALTER TABLE "session_logs" ALTER COLUMN "volunteer_id" DROP NOT NULL;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_are_of_a_match_or_from_paper" CHECK ("paper_digest" is not null or ("match_id" is not null and "volunteer_id" is not null));`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "session_logs" DROP CONSTRAINT "session_logs_are_of_a_match_or_from_paper";
  ALTER TABLE "session_logs" ALTER COLUMN "volunteer_id" SET NOT NULL;
  ALTER TABLE "session_logs" DROP CONSTRAINT "session_logs_brought_in_by_id_users_id_fk";
  
  DROP INDEX "session_logs_brought_in_by_idx";
  ALTER TABLE "session_logs" ALTER COLUMN "match_id" SET NOT NULL;
  ALTER TABLE "session_logs" DROP COLUMN "brought_in_by_id";
  ALTER TABLE "session_logs" DROP COLUMN "paper_file";
  ALTER TABLE "session_logs" DROP COLUMN "paper_row";
  ALTER TABLE "session_logs" DROP COLUMN "paper_date";
  ALTER TABLE "session_logs" DROP COLUMN "paper_digest";`)
}
