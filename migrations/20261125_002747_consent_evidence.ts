import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "children" ADD COLUMN "in_care" boolean DEFAULT false;
  ALTER TABLE "guardians" ADD COLUMN "for_council" boolean DEFAULT false;
  ALTER TABLE "notifications" ADD COLUMN "delivered_at" timestamp(3) with time zone;
  ALTER TABLE "notifications" ADD COLUMN "bounced_at" timestamp(3) with time zone;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "children" DROP COLUMN "in_care";
  ALTER TABLE "guardians" DROP COLUMN "for_council";
  ALTER TABLE "notifications" DROP COLUMN "delivered_at";
  ALTER TABLE "notifications" DROP COLUMN "bounced_at";`)
}
