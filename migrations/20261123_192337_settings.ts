import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "programme_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"charity_name" varchar DEFAULT 'Kids on Track' NOT NULL,
  	"programme_name" varchar DEFAULT 'Mentoring' NOT NULL,
  	"accent" varchar DEFAULT '#8a2f5b',
  	"office_email" varchar,
  	"office_phone" varchar,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "programme_settings" CASCADE;`)
}
