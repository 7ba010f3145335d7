import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_call_requests_status" AS ENUM('asked', 'done');
  CREATE TABLE "call_requests" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"guardian_id" uuid,
  	"consent_request_id" uuid,
  	"best_time" varchar,
  	"words" varchar,
  	"asked_at" timestamp(3) with time zone,
  	"rung_by_id" uuid,
  	"rung_at" timestamp(3) with time zone,
  	"note" varchar,
  	"status" "enum_call_requests_status" DEFAULT 'asked',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "call_requests" ADD CONSTRAINT "call_requests_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "call_requests" ADD CONSTRAINT "call_requests_consent_request_id_consent_requests_id_fk" FOREIGN KEY ("consent_request_id") REFERENCES "public"."consent_requests"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "call_requests" ADD CONSTRAINT "call_requests_rung_by_id_users_id_fk" FOREIGN KEY ("rung_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "call_requests_guardian_idx" ON "call_requests" USING btree ("guardian_id");
  CREATE INDEX "call_requests_consent_request_idx" ON "call_requests" USING btree ("consent_request_id");
  CREATE INDEX "call_requests_rung_by_idx" ON "call_requests" USING btree ("rung_by_id");
  CREATE INDEX "call_requests_status_idx" ON "call_requests" USING btree ("status");
  CREATE INDEX "call_requests_updated_at_idx" ON "call_requests" USING btree ("updated_at");
  CREATE INDEX "call_requests_created_at_idx" ON "call_requests" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "call_requests" CASCADE;
  DROP TYPE "public"."enum_call_requests_status";`)
}
