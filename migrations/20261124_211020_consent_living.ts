import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_consent_requests_answered_by" AS ENUM('link', 'paper', 'telephone');
  CREATE TYPE "public"."enum_consent_captures_method" AS ENUM('paper', 'telephone');
  CREATE TYPE "public"."enum_consent_captures_taking_part" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consent_captures_meetings" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consent_captures_travel" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consent_captures_outings" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consent_captures_first_aid" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consent_captures_photographs" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consent_captures_talking_with_school" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consent_captures_talking_with_key_workers" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consent_captures_signed_relationship" AS ENUM('Mother', 'Father', 'Step-parent', 'Grandparent', 'Foster carer', 'Another carer', 'Social worker, for the council', 'Myself');
  CREATE TYPE "public"."enum_consent_captures_status" AS ENUM('entered', 'confirmed', 'refused');
  CREATE TABLE "consent_captures" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"guardian_id" uuid NOT NULL,
  	"method" "enum_consent_captures_method" NOT NULL,
  	"decided_on" varchar NOT NULL,
  	"taking_part" "enum_consent_captures_taking_part",
  	"meetings" "enum_consent_captures_meetings",
  	"travel" "enum_consent_captures_travel",
  	"outings" "enum_consent_captures_outings",
  	"first_aid" "enum_consent_captures_first_aid",
  	"photographs" "enum_consent_captures_photographs",
  	"talking_with_school" "enum_consent_captures_talking_with_school",
  	"talking_with_key_workers" "enum_consent_captures_talking_with_key_workers",
  	"signed_name" varchar NOT NULL,
  	"signed_relationship" "enum_consent_captures_signed_relationship" NOT NULL,
  	"says_responsible" boolean DEFAULT false,
  	"about" varchar,
  	"entered_by_id" uuid,
  	"confirmed_by_id" uuid,
  	"confirmed_at" timestamp(3) with time zone,
  	"wording_digest" varchar,
  	"wording" varchar,
  	"refused_reason" varchar,
  	"status" "enum_consent_captures_status" DEFAULT 'entered',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "guardians" ADD COLUMN "themselves_id" uuid;
  ALTER TABLE "consent_requests" ADD COLUMN "answered_by" "enum_consent_requests_answered_by";
  ALTER TABLE "consents" ADD COLUMN "valid_until" varchar;
  ALTER TABLE "consents" ADD COLUMN "capture_id" uuid;
  ALTER TABLE "programme_settings" ADD COLUMN "consent_renewal_months" numeric DEFAULT 12 NOT NULL;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_entered_by_id_users_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_confirmed_by_id_users_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "consent_captures_child_idx" ON "consent_captures" USING btree ("child_id");
  CREATE INDEX "consent_captures_guardian_idx" ON "consent_captures" USING btree ("guardian_id");
  CREATE INDEX "consent_captures_entered_by_idx" ON "consent_captures" USING btree ("entered_by_id");
  CREATE INDEX "consent_captures_confirmed_by_idx" ON "consent_captures" USING btree ("confirmed_by_id");
  CREATE INDEX "consent_captures_status_idx" ON "consent_captures" USING btree ("status");
  CREATE INDEX "consent_captures_updated_at_idx" ON "consent_captures" USING btree ("updated_at");
  CREATE INDEX "consent_captures_created_at_idx" ON "consent_captures" USING btree ("created_at");
  ALTER TABLE "guardians" ADD CONSTRAINT "guardians_themselves_id_children_id_fk" FOREIGN KEY ("themselves_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_capture_id_consent_captures_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."consent_captures"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "guardians_themselves_idx" ON "guardians" USING btree ("themselves_id");
  CREATE INDEX "consents_capture_idx" ON "consents" USING btree ("capture_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "consent_captures" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "consent_captures" CASCADE;
  ALTER TABLE "guardians" DROP CONSTRAINT "guardians_themselves_id_children_id_fk";
  
  ALTER TABLE "consents" DROP CONSTRAINT "consents_capture_id_consent_captures_id_fk";
  
  DROP INDEX "guardians_themselves_idx";
  DROP INDEX "consents_capture_idx";
  ALTER TABLE "guardians" DROP COLUMN "themselves_id";
  ALTER TABLE "consent_requests" DROP COLUMN "answered_by";
  ALTER TABLE "consents" DROP COLUMN "valid_until";
  ALTER TABLE "consents" DROP COLUMN "capture_id";
  ALTER TABLE "programme_settings" DROP COLUMN "consent_renewal_months";
  DROP TYPE "public"."enum_consent_requests_answered_by";
  DROP TYPE "public"."enum_consent_captures_method";
  DROP TYPE "public"."enum_consent_captures_taking_part";
  DROP TYPE "public"."enum_consent_captures_meetings";
  DROP TYPE "public"."enum_consent_captures_travel";
  DROP TYPE "public"."enum_consent_captures_outings";
  DROP TYPE "public"."enum_consent_captures_first_aid";
  DROP TYPE "public"."enum_consent_captures_photographs";
  DROP TYPE "public"."enum_consent_captures_talking_with_school";
  DROP TYPE "public"."enum_consent_captures_talking_with_key_workers";
  DROP TYPE "public"."enum_consent_captures_signed_relationship";
  DROP TYPE "public"."enum_consent_captures_status";`)
}
