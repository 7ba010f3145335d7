import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_referral_voices_kind" AS ENUM('accept', 'over-capacity');
  CREATE TYPE "public"."enum_view_requests_asked_group" AS ENUM('camp-leader', 'family-support-worker', 'social-worker', 'club-leader', 'school', 'parent', 'committee');
  CREATE TYPE "public"."enum_view_requests_status" AS ENUM('open', 'answered', 'cancelled');
  ALTER TYPE "public"."enum_referrals_status" ADD VALUE 'finished';
  CREATE TABLE "referral_voices" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"referral_id" uuid,
  	"kind" "enum_referral_voices_kind",
  	"by_id" uuid,
  	"reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "view_requests" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"referral_id" uuid NOT NULL,
  	"asked_group" "enum_view_requests_asked_group" NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"question" varchar NOT NULL,
  	"asked_by_id" uuid,
  	"ends_at" timestamp(3) with time zone,
  	"answered_at" timestamp(3) with time zone,
  	"link_digest" varchar,
  	"status" "enum_view_requests_status" DEFAULT 'open',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "referral_voices" ADD CONSTRAINT "referral_voices_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referral_voices" ADD CONSTRAINT "referral_voices_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "view_requests" ADD CONSTRAINT "view_requests_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "view_requests" ADD CONSTRAINT "view_requests_asked_by_id_users_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "referral_voices_referral_idx" ON "referral_voices" USING btree ("referral_id");
  CREATE INDEX "referral_voices_by_idx" ON "referral_voices" USING btree ("by_id");
  CREATE INDEX "referral_voices_updated_at_idx" ON "referral_voices" USING btree ("updated_at");
  CREATE INDEX "referral_voices_created_at_idx" ON "referral_voices" USING btree ("created_at");
  CREATE INDEX "view_requests_referral_idx" ON "view_requests" USING btree ("referral_id");
  CREATE INDEX "view_requests_asked_by_idx" ON "view_requests" USING btree ("asked_by_id");
  CREATE UNIQUE INDEX "view_requests_link_digest_idx" ON "view_requests" USING btree ("link_digest");
  CREATE INDEX "view_requests_status_idx" ON "view_requests" USING btree ("status");
  CREATE INDEX "view_requests_updated_at_idx" ON "view_requests" USING btree ("updated_at");
  CREATE INDEX "view_requests_created_at_idx" ON "view_requests" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "referral_voices" CASCADE;
  DROP TABLE "view_requests" CASCADE;
  ALTER TABLE "referrals" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "referrals" ALTER COLUMN "status" SET DEFAULT 'received'::text;
  DROP TYPE "public"."enum_referrals_status";
  CREATE TYPE "public"."enum_referrals_status" AS ENUM('received', 'more-asked', 'accepted', 'declined');
  ALTER TABLE "referrals" ALTER COLUMN "status" SET DEFAULT 'received'::"public"."enum_referrals_status";
  ALTER TABLE "referrals" ALTER COLUMN "status" SET DATA TYPE "public"."enum_referrals_status" USING "status"::"public"."enum_referrals_status";
  DROP TYPE "public"."enum_referral_voices_kind";
  DROP TYPE "public"."enum_view_requests_asked_group";
  DROP TYPE "public"."enum_view_requests_status";`)
}
