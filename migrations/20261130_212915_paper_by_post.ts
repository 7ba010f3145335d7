import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_call_requests_wish" AS ENUM('call', 'paper');
  ALTER TABLE "call_requests" ADD COLUMN "wish" "enum_call_requests_wish" DEFAULT 'call';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "call_requests" DROP COLUMN "wish";
  DROP TYPE "public"."enum_call_requests_wish";`)
}
