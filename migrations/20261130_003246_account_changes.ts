import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_account_changes_kind" AS ENUM('address', 'role', 'reopen', 'volunteer');
  CREATE TYPE "public"."enum_account_changes_role" AS ENUM('co-ordinator', 'committee', 'trustee', 'volunteer', 'administrator');
  CREATE TYPE "public"."enum_account_changes_status" AS ENUM('proposed', 'done', 'declined', 'withdrawn', 'expired');
  CREATE TABLE "account_changes" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"kind" "enum_account_changes_kind" NOT NULL,
  	"new_address" varchar,
  	"role" "enum_account_changes_role",
  	"starts_on" varchar,
  	"ends_on" varchar,
  	"volunteer_id" uuid,
  	"why" varchar NOT NULL,
  	"present_address" varchar,
  	"proposed_by_id" uuid,
  	"ends_at" timestamp(3) with time zone,
  	"decided_by_id" uuid,
  	"decided_at" timestamp(3) with time zone,
  	"decided_how" varchar,
  	"declined_because" varchar,
  	"present_link_digest" varchar,
  	"new_link_digest" varchar,
  	"status" "enum_account_changes_status" DEFAULT 'proposed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "account_changes_user_idx" ON "account_changes" USING btree ("user_id");
  CREATE INDEX "account_changes_volunteer_idx" ON "account_changes" USING btree ("volunteer_id");
  CREATE INDEX "account_changes_proposed_by_idx" ON "account_changes" USING btree ("proposed_by_id");
  CREATE INDEX "account_changes_decided_by_idx" ON "account_changes" USING btree ("decided_by_id");
  CREATE UNIQUE INDEX "account_changes_present_link_digest_idx" ON "account_changes" USING btree ("present_link_digest");
  CREATE UNIQUE INDEX "account_changes_new_link_digest_idx" ON "account_changes" USING btree ("new_link_digest");
  CREATE INDEX "account_changes_status_idx" ON "account_changes" USING btree ("status");
  CREATE INDEX "account_changes_updated_at_idx" ON "account_changes" USING btree ("updated_at");
  CREATE INDEX "account_changes_created_at_idx" ON "account_changes" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "account_changes" CASCADE;
  DROP TYPE "public"."enum_account_changes_kind";
  DROP TYPE "public"."enum_account_changes_role";
  DROP TYPE "public"."enum_account_changes_status";`)
}
