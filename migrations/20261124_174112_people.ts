import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_children_stages" AS ENUM('one', 'two', 'three');
  CREATE TYPE "public"."enum_guardians_preferred_way" AS ENUM('text', 'email', 'telephone', 'face-to-face');
  CREATE TYPE "public"."enum_education_entries_status" AS ENUM('full-time', 'part-time', 'alternative-provision', 'home-educated', 'suspended', 'excluded', 'not-attending', 'no-place', 'college-or-sixth-form', 'apprenticeship', 'working', 'not-in-education');
  CREATE TYPE "public"."enum_sibling_links_kind" AS ENUM('full', 'half', 'step', 'foster', 'adopted');
  CREATE TYPE "public"."enum_plan_parts_kind" AS ENUM('one-to-one', 'professional', 'club', 'work-experience', 'trip', 'grant');
  CREATE TYPE "public"."enum_plan_parts_state" AS ENUM('planned', 'going-on', 'done', 'dropped');
  CREATE TYPE "public"."enum_barriers_remedy" AS ENUM('money', 'support', 'both');
  CREATE TYPE "public"."enum_barriers_status" AS ENUM('open', 'removed');
  CREATE TYPE "public"."enum_working_list_entries_status" AS ENUM('listed', 'taken-off');
  CREATE TYPE "public"."enum_handovers_status" AS ENUM('needed', 'begun', 'done', 'not-needed');
  CREATE TYPE "public"."enum_applications_source" AS ENUM('known', 'outsider');
  CREATE TYPE "public"."enum_applications_interview_outcome" AS ENUM('recommend', 'unsure', 'not');
  CREATE TYPE "public"."enum_applications_status" AS ENUM('received', 'considered', 'interview-planned', 'interviewed', 'approved', 'not-approved', 'withdrawn');
  CREATE TYPE "public"."enum_volunteer_references_status" AS ENUM('named', 'asked', 'answered', 'declined', 'ended');
  CREATE TYPE "public"."enum_reference_answers_method" AS ENUM('link', 'telephone');
  CREATE TYPE "public"."enum_reference_answers_capacity" AS ENUM('work', 'volunteering', 'education', 'neighbour', 'friend', 'family', 'other');
  CREATE TYPE "public"."enum_reference_answers_worry" AS ENUM('no', 'yes');
  CREATE TYPE "public"."enum_reference_answers_status" AS ENUM('to-confirm', 'held', 'set-aside');
  CREATE TYPE "public"."enum_self_declarations_declares" AS ENUM('nothing', 'something');
  CREATE TYPE "public"."enum_volunteers_meets_children" AS ENUM('weekly', 'often', 'overnight', 'seldom', 'never');
  CREATE TYPE "public"."enum_availabilities_free" AS ENUM('monday-morning', 'monday-afternoon', 'monday-evening', 'tuesday-morning', 'tuesday-afternoon', 'tuesday-evening', 'wednesday-morning', 'wednesday-afternoon', 'wednesday-evening', 'thursday-morning', 'thursday-afternoon', 'thursday-evening', 'friday-morning', 'friday-afternoon', 'friday-evening', 'saturday-morning', 'saturday-afternoon', 'saturday-evening', 'sunday-morning', 'sunday-afternoon', 'sunday-evening');
  CREATE TYPE "public"."enum_vetting_records_scheme" AS ENUM('dbs', 'disclosure-scotland', 'access-ni');
  CREATE TYPE "public"."enum_vetting_records_workforce" AS ENUM('child', 'child-and-adult', 'adult', 'other');
  CREATE TYPE "public"."enum_dbs_disclosures_status" AS ENUM('recorded');
  CREATE TYPE "public"."enum_dbs_status_checks_result" AS ENUM('no-change', 'not-current', 'not-found');
  CREATE TYPE "public"."enum_dbs_status_checks_status" AS ENUM('recorded');
  CREATE TYPE "public"."enum_trainings_status" AS ENUM('standing', 'withdrawn');
  CREATE TYPE "public"."enum_standing_requests_wish" AS ENUM('pause', 'leave');
  CREATE TYPE "public"."enum_standing_requests_status" AS ENUM('open', 'done', 'taken-back');
  CREATE TYPE "public"."enum_capacity_overrides_status" AS ENUM('proposed', 'approved', 'declined', 'ended');
  ALTER TYPE "public"."enum_guardians_contact_rule" ADD VALUE 'writing' BEFORE 'none';
  ALTER TABLE "volunteers" ALTER COLUMN "standing" DROP DEFAULT;
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DATA TYPE text;
  DROP TYPE "public"."enum_volunteers_standing";
  CREATE TYPE "public"."enum_volunteers_standing" AS ENUM('joining', 'active', 'paused', 'left');
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DATA TYPE "public"."enum_volunteers_standing" USING "standing"::"public"."enum_volunteers_standing";
  CREATE TABLE "children_stages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_children_stages",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "medical_needs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"allergies" varchar,
  	"medication" varchar,
  	"access_needs" varchar,
  	"in_an_emergency" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "education_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"status" "enum_education_entries_status" NOT NULL,
  	"since" varchar NOT NULL,
  	"place" varchar,
  	"note" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sibling_links" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"sibling_id" uuid NOT NULL,
  	"kind" "enum_sibling_links_kind" DEFAULT 'full' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "plans" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"made_on" varchar NOT NULL,
  	"child_took_part" boolean DEFAULT false,
  	"child_not_because" varchar,
  	"childs_words" varchar,
  	"parents_not_because" varchar,
  	"others_took_part" varchar,
  	"summary" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "plans_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"guardians_id" uuid,
  	"key_workers_id" uuid
  );
  
  CREATE TABLE "plan_parts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"kind" "enum_plan_parts_kind" NOT NULL,
  	"title" varchar NOT NULL,
  	"with_whom" varchar,
  	"from" varchar NOT NULL,
  	"until" varchar,
  	"state" "enum_plan_parts_state" DEFAULT 'planned' NOT NULL,
  	"barrier_id" uuid,
  	"note" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "barriers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"what" varchar NOT NULL,
  	"remedy" "enum_barriers_remedy" NOT NULL,
  	"remedy_words" varchar NOT NULL,
  	"removed_on" varchar,
  	"removed_how" varchar,
  	"status" "enum_barriers_status" DEFAULT 'open',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "working_list_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"age_given" varchar,
  	"reason" varchar,
  	"mentor_given" varchar,
  	"goals" varchar,
  	"comment" varchar,
  	"child_id" uuid,
  	"years_given" varchar,
  	"import_id" uuid,
  	"sheet_row" numeric,
  	"row_digest" varchar,
  	"off_reason" varchar,
  	"status" "enum_working_list_entries_status" DEFAULT 'listed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "working_list_imports" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"imported_by_id" uuid,
  	"imported_at" timestamp(3) with time zone,
  	"new_rows" numeric,
  	"changed_rows" numeric,
  	"unchanged_rows" numeric,
  	"returned_rows" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "handovers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"match_id" uuid NOT NULL,
  	"child_id" uuid NOT NULL,
  	"contact_id" uuid NOT NULL,
  	"needed_since" varchar NOT NULL,
  	"begun_by_id" uuid,
  	"closed_reason" varchar,
  	"status" "enum_handovers_status" DEFAULT 'needed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "applications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"source" "enum_applications_source" NOT NULL,
  	"email" varchar NOT NULL,
  	"mobile" varchar NOT NULL,
  	"born_on" varchar NOT NULL,
  	"home_address" varchar NOT NULL,
  	"why" varchar NOT NULL,
  	"skills" varchar,
  	"interests" varchar,
  	"languages" varchar,
  	"availability" varchar,
  	"earlier_involvement" varchar,
  	"agreed_to_checks" boolean DEFAULT false,
  	"code" varchar,
  	"received_on" varchar,
  	"entered_by_id" uuid,
  	"interview_at" timestamp(3) with time zone,
  	"interview_place" varchar,
  	"interviewed_on" varchar,
  	"interviewed_by_id" uuid,
  	"interviewed_with" varchar,
  	"interview_outcome" "enum_applications_interview_outcome",
  	"decided_by_id" uuid,
  	"decided_at" timestamp(3) with time zone,
  	"decision_reason" varchar,
  	"volunteer_id" uuid,
  	"link_digest" varchar,
  	"link_number" numeric DEFAULT 0,
  	"ends_at" timestamp(3) with time zone,
  	"status" "enum_applications_status" DEFAULT 'received',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "applications_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "volunteer_references" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"application_id" uuid,
  	"volunteer_id" uuid,
  	"referee_name" varchar NOT NULL,
  	"referee_email" varchar,
  	"referee_telephone" varchar,
  	"how_known" varchar,
  	"asked_at" timestamp(3) with time zone,
  	"link_digest" varchar,
  	"link_number" numeric DEFAULT 0,
  	"ends_at" timestamp(3) with time zone,
  	"status" "enum_volunteer_references_status" DEFAULT 'named',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "reference_answers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"reference_id" uuid NOT NULL,
  	"method" "enum_reference_answers_method" DEFAULT 'telephone' NOT NULL,
  	"spoken_on" varchar,
  	"known_for" varchar NOT NULL,
  	"capacity" "enum_reference_answers_capacity" NOT NULL,
  	"suitability" varchar NOT NULL,
  	"worry" "enum_reference_answers_worry" NOT NULL,
  	"worry_words" varchar,
  	"taken_by_id" uuid,
  	"confirmed_by_id" uuid,
  	"held_on" varchar,
  	"set_aside_reason" varchar,
  	"status" "enum_reference_answers_status" DEFAULT 'to-confirm',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "self_declarations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"application_id" uuid,
  	"volunteer_id" uuid,
  	"declares" "enum_self_declarations_declares" NOT NULL,
  	"words" varchar,
  	"declared_on" varchar NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "interview_notes" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"application_id" uuid NOT NULL,
  	"words" varchar NOT NULL,
  	"written_by_id" uuid,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "availabilities_free" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_availabilities_free",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "availabilities_away" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" varchar NOT NULL,
  	"until" varchar NOT NULL
  );
  
  CREATE TABLE "availabilities" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "dbs_disclosures" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"check_id" uuid NOT NULL,
  	"shown_to" varchar NOT NULL,
  	"shown_on" varchar NOT NULL,
  	"purpose" varchar NOT NULL,
  	"recorded_by_id" uuid,
  	"status" "enum_dbs_disclosures_status" DEFAULT 'recorded',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "dbs_status_checks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"check_id" uuid NOT NULL,
  	"checked_on" varchar NOT NULL,
  	"result" "enum_dbs_status_checks_result" NOT NULL,
  	"holds_until" varchar,
  	"checked_by_id" uuid,
  	"status" "enum_dbs_status_checks_status" DEFAULT 'recorded',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "trainings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"kind_id" uuid NOT NULL,
  	"taken_on" varchar NOT NULL,
  	"valid_until" varchar,
  	"given_by_id" uuid,
  	"withdrawn_reason" varchar,
  	"status" "enum_trainings_status" DEFAULT 'standing',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "training_kinds" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"required_before_match" boolean DEFAULT false,
  	"months_valid" numeric,
  	"in_use" boolean DEFAULT true,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "standing_requests" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"wish" "enum_standing_requests_wish" NOT NULL,
  	"words" varchar,
  	"status" "enum_standing_requests_status" DEFAULT 'open',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "capacity_overrides" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"children" numeric NOT NULL,
  	"reason" varchar NOT NULL,
  	"proposed_by_id" uuid,
  	"decided_by_id" uuid,
  	"status" "enum_capacity_overrides_status" DEFAULT 'proposed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "support_levels" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"place" numeric NOT NULL,
  	"name" varchar NOT NULL,
  	"needs" varchar NOT NULL,
  	"offered" varchar NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DEFAULT 'joining';
  ALTER TABLE "children" ADD COLUMN "school" varchar;
  ALTER TABLE "children" ADD COLUMN "held_in_year" numeric;
  ALTER TABLE "children" ADD COLUMN "support_level_id" uuid;
  ALTER TABLE "children" ADD COLUMN "held_in_year_on" varchar;
  ALTER TABLE "guardians" ADD COLUMN "contact_words" varchar;
  ALTER TABLE "guardians" ADD COLUMN "preferred_way" "enum_guardians_preferred_way";
  ALTER TABLE "guardians" ADD COLUMN "language" varchar;
  ALTER TABLE "key_workers" ADD COLUMN "since" varchar;
  ALTER TABLE "key_workers" ADD COLUMN "until" varchar;
  ALTER TABLE "key_workers" ADD COLUMN "note" varchar;
  ALTER TABLE "goals" ADD COLUMN "barrier_id" uuid;
  ALTER TABLE "volunteers" ADD COLUMN "meets_children" "enum_volunteers_meets_children" DEFAULT 'weekly' NOT NULL;
  ALTER TABLE "volunteers" ADD COLUMN "standing_since" varchar;
  ALTER TABLE "volunteers" ADD COLUMN "standing_reason" varchar;
  ALTER TABLE "volunteers" ADD COLUMN "standing_by_id" uuid;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_purpose" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_objective" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_conduct" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_role" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "covered_boundaries" boolean DEFAULT false;
  ALTER TABLE "vetting_records" ADD COLUMN "scheme" "enum_vetting_records_scheme";
  ALTER TABLE "vetting_records" ADD COLUMN "workforce" "enum_vetting_records_workforce";
  ALTER TABLE "vetting_records" ADD COLUMN "update_consent_on" varchar;
  ALTER TABLE "programme_settings" ADD COLUMN "volunteer_skills" varchar DEFAULT 'Communication
  Active listening
  Empathy with young people
  Organisation
  Building trust
  Reflection
  Self-awareness
  Negotiation
  Non-judgemental
  Constructive with challenging behaviour
  Flexible
  Adaptable';
  ALTER TABLE "programme_settings" ADD COLUMN "recheck_months" numeric DEFAULT 36 NOT NULL;
  ALTER TABLE "programme_settings" ADD COLUMN "volunteer_capacity" numeric DEFAULT 2 NOT NULL;
  ALTER TABLE "children_stages" ADD CONSTRAINT "children_stages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."children"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "medical_needs" ADD CONSTRAINT "medical_needs_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "education_entries" ADD CONSTRAINT "education_entries_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sibling_links" ADD CONSTRAINT "sibling_links_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sibling_links" ADD CONSTRAINT "sibling_links_sibling_id_children_id_fk" FOREIGN KEY ("sibling_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plans" ADD CONSTRAINT "plans_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plans_rels" ADD CONSTRAINT "plans_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "plans_rels" ADD CONSTRAINT "plans_rels_guardians_fk" FOREIGN KEY ("guardians_id") REFERENCES "public"."guardians"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "plans_rels" ADD CONSTRAINT "plans_rels_key_workers_fk" FOREIGN KEY ("key_workers_id") REFERENCES "public"."key_workers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "plan_parts" ADD CONSTRAINT "plan_parts_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plan_parts" ADD CONSTRAINT "plan_parts_barrier_id_barriers_id_fk" FOREIGN KEY ("barrier_id") REFERENCES "public"."barriers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "barriers" ADD CONSTRAINT "barriers_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "working_list_entries" ADD CONSTRAINT "working_list_entries_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "working_list_entries" ADD CONSTRAINT "working_list_entries_import_id_working_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."working_list_imports"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "working_list_imports" ADD CONSTRAINT "working_list_imports_imported_by_id_users_id_fk" FOREIGN KEY ("imported_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_contact_id_users_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_begun_by_id_users_id_fk" FOREIGN KEY ("begun_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "applications" ADD CONSTRAINT "applications_entered_by_id_users_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "applications" ADD CONSTRAINT "applications_interviewed_by_id_users_id_fk" FOREIGN KEY ("interviewed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "applications" ADD CONSTRAINT "applications_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "applications" ADD CONSTRAINT "applications_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "applications_rels" ADD CONSTRAINT "applications_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "applications_rels" ADD CONSTRAINT "applications_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "volunteer_references" ADD CONSTRAINT "volunteer_references_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "volunteer_references" ADD CONSTRAINT "volunteer_references_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reference_answers" ADD CONSTRAINT "reference_answers_reference_id_volunteer_references_id_fk" FOREIGN KEY ("reference_id") REFERENCES "public"."volunteer_references"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reference_answers" ADD CONSTRAINT "reference_answers_taken_by_id_users_id_fk" FOREIGN KEY ("taken_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reference_answers" ADD CONSTRAINT "reference_answers_confirmed_by_id_users_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "self_declarations" ADD CONSTRAINT "self_declarations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "self_declarations" ADD CONSTRAINT "self_declarations_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interview_notes" ADD CONSTRAINT "interview_notes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interview_notes" ADD CONSTRAINT "interview_notes_written_by_id_users_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "availabilities_free" ADD CONSTRAINT "availabilities_free_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."availabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "availabilities_away" ADD CONSTRAINT "availabilities_away_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."availabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "availabilities" ADD CONSTRAINT "availabilities_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_disclosures" ADD CONSTRAINT "dbs_disclosures_check_id_vetting_records_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."vetting_records"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_disclosures" ADD CONSTRAINT "dbs_disclosures_recorded_by_id_users_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_status_checks" ADD CONSTRAINT "dbs_status_checks_check_id_vetting_records_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."vetting_records"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_status_checks" ADD CONSTRAINT "dbs_status_checks_checked_by_id_users_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "trainings" ADD CONSTRAINT "trainings_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "trainings" ADD CONSTRAINT "trainings_kind_id_training_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."training_kinds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "trainings" ADD CONSTRAINT "trainings_given_by_id_users_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "standing_requests" ADD CONSTRAINT "standing_requests_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "children_stages_order_idx" ON "children_stages" USING btree ("order");
  CREATE INDEX "children_stages_parent_idx" ON "children_stages" USING btree ("parent_id");
  CREATE UNIQUE INDEX "medical_needs_child_idx" ON "medical_needs" USING btree ("child_id");
  CREATE INDEX "medical_needs_updated_at_idx" ON "medical_needs" USING btree ("updated_at");
  CREATE INDEX "medical_needs_created_at_idx" ON "medical_needs" USING btree ("created_at");
  CREATE INDEX "education_entries_child_idx" ON "education_entries" USING btree ("child_id");
  CREATE INDEX "education_entries_updated_at_idx" ON "education_entries" USING btree ("updated_at");
  CREATE INDEX "education_entries_created_at_idx" ON "education_entries" USING btree ("created_at");
  CREATE INDEX "sibling_links_child_idx" ON "sibling_links" USING btree ("child_id");
  CREATE INDEX "sibling_links_sibling_idx" ON "sibling_links" USING btree ("sibling_id");
  CREATE INDEX "sibling_links_updated_at_idx" ON "sibling_links" USING btree ("updated_at");
  CREATE INDEX "sibling_links_created_at_idx" ON "sibling_links" USING btree ("created_at");
  CREATE INDEX "plans_child_idx" ON "plans" USING btree ("child_id");
  CREATE INDEX "plans_updated_at_idx" ON "plans" USING btree ("updated_at");
  CREATE INDEX "plans_created_at_idx" ON "plans" USING btree ("created_at");
  CREATE INDEX "plans_rels_order_idx" ON "plans_rels" USING btree ("order");
  CREATE INDEX "plans_rels_parent_idx" ON "plans_rels" USING btree ("parent_id");
  CREATE INDEX "plans_rels_path_idx" ON "plans_rels" USING btree ("path");
  CREATE INDEX "plans_rels_guardians_id_idx" ON "plans_rels" USING btree ("guardians_id");
  CREATE INDEX "plans_rels_key_workers_id_idx" ON "plans_rels" USING btree ("key_workers_id");
  CREATE INDEX "plan_parts_child_idx" ON "plan_parts" USING btree ("child_id");
  CREATE INDEX "plan_parts_barrier_idx" ON "plan_parts" USING btree ("barrier_id");
  CREATE INDEX "plan_parts_updated_at_idx" ON "plan_parts" USING btree ("updated_at");
  CREATE INDEX "plan_parts_created_at_idx" ON "plan_parts" USING btree ("created_at");
  CREATE INDEX "barriers_child_idx" ON "barriers" USING btree ("child_id");
  CREATE INDEX "barriers_status_idx" ON "barriers" USING btree ("status");
  CREATE INDEX "barriers_updated_at_idx" ON "barriers" USING btree ("updated_at");
  CREATE INDEX "barriers_created_at_idx" ON "barriers" USING btree ("created_at");
  CREATE INDEX "working_list_entries_child_idx" ON "working_list_entries" USING btree ("child_id");
  CREATE INDEX "working_list_entries_import_idx" ON "working_list_entries" USING btree ("import_id");
  CREATE INDEX "working_list_entries_status_idx" ON "working_list_entries" USING btree ("status");
  CREATE INDEX "working_list_entries_updated_at_idx" ON "working_list_entries" USING btree ("updated_at");
  CREATE INDEX "working_list_entries_created_at_idx" ON "working_list_entries" USING btree ("created_at");
  CREATE INDEX "working_list_imports_imported_by_idx" ON "working_list_imports" USING btree ("imported_by_id");
  CREATE INDEX "working_list_imports_updated_at_idx" ON "working_list_imports" USING btree ("updated_at");
  CREATE INDEX "working_list_imports_created_at_idx" ON "working_list_imports" USING btree ("created_at");
  CREATE INDEX "handovers_match_idx" ON "handovers" USING btree ("match_id");
  CREATE INDEX "handovers_child_idx" ON "handovers" USING btree ("child_id");
  CREATE INDEX "handovers_contact_idx" ON "handovers" USING btree ("contact_id");
  CREATE INDEX "handovers_begun_by_idx" ON "handovers" USING btree ("begun_by_id");
  CREATE INDEX "handovers_status_idx" ON "handovers" USING btree ("status");
  CREATE INDEX "handovers_updated_at_idx" ON "handovers" USING btree ("updated_at");
  CREATE INDEX "handovers_created_at_idx" ON "handovers" USING btree ("created_at");
  CREATE UNIQUE INDEX "applications_code_idx" ON "applications" USING btree ("code");
  CREATE INDEX "applications_entered_by_idx" ON "applications" USING btree ("entered_by_id");
  CREATE INDEX "applications_interviewed_by_idx" ON "applications" USING btree ("interviewed_by_id");
  CREATE INDEX "applications_decided_by_idx" ON "applications" USING btree ("decided_by_id");
  CREATE INDEX "applications_volunteer_idx" ON "applications" USING btree ("volunteer_id");
  CREATE UNIQUE INDEX "applications_link_digest_idx" ON "applications" USING btree ("link_digest");
  CREATE INDEX "applications_status_idx" ON "applications" USING btree ("status");
  CREATE INDEX "applications_updated_at_idx" ON "applications" USING btree ("updated_at");
  CREATE INDEX "applications_created_at_idx" ON "applications" USING btree ("created_at");
  CREATE INDEX "applications_rels_order_idx" ON "applications_rels" USING btree ("order");
  CREATE INDEX "applications_rels_parent_idx" ON "applications_rels" USING btree ("parent_id");
  CREATE INDEX "applications_rels_path_idx" ON "applications_rels" USING btree ("path");
  CREATE INDEX "applications_rels_users_id_idx" ON "applications_rels" USING btree ("users_id");
  CREATE INDEX "volunteer_references_application_idx" ON "volunteer_references" USING btree ("application_id");
  CREATE INDEX "volunteer_references_volunteer_idx" ON "volunteer_references" USING btree ("volunteer_id");
  CREATE UNIQUE INDEX "volunteer_references_link_digest_idx" ON "volunteer_references" USING btree ("link_digest");
  CREATE INDEX "volunteer_references_status_idx" ON "volunteer_references" USING btree ("status");
  CREATE INDEX "volunteer_references_updated_at_idx" ON "volunteer_references" USING btree ("updated_at");
  CREATE INDEX "volunteer_references_created_at_idx" ON "volunteer_references" USING btree ("created_at");
  CREATE INDEX "reference_answers_reference_idx" ON "reference_answers" USING btree ("reference_id");
  CREATE INDEX "reference_answers_taken_by_idx" ON "reference_answers" USING btree ("taken_by_id");
  CREATE INDEX "reference_answers_confirmed_by_idx" ON "reference_answers" USING btree ("confirmed_by_id");
  CREATE INDEX "reference_answers_status_idx" ON "reference_answers" USING btree ("status");
  CREATE INDEX "reference_answers_updated_at_idx" ON "reference_answers" USING btree ("updated_at");
  CREATE INDEX "reference_answers_created_at_idx" ON "reference_answers" USING btree ("created_at");
  CREATE INDEX "self_declarations_application_idx" ON "self_declarations" USING btree ("application_id");
  CREATE INDEX "self_declarations_volunteer_idx" ON "self_declarations" USING btree ("volunteer_id");
  CREATE INDEX "self_declarations_updated_at_idx" ON "self_declarations" USING btree ("updated_at");
  CREATE INDEX "self_declarations_created_at_idx" ON "self_declarations" USING btree ("created_at");
  CREATE INDEX "interview_notes_application_idx" ON "interview_notes" USING btree ("application_id");
  CREATE INDEX "interview_notes_written_by_idx" ON "interview_notes" USING btree ("written_by_id");
  CREATE INDEX "interview_notes_updated_at_idx" ON "interview_notes" USING btree ("updated_at");
  CREATE INDEX "interview_notes_created_at_idx" ON "interview_notes" USING btree ("created_at");
  CREATE INDEX "availabilities_free_order_idx" ON "availabilities_free" USING btree ("order");
  CREATE INDEX "availabilities_free_parent_idx" ON "availabilities_free" USING btree ("parent_id");
  CREATE INDEX "availabilities_away_order_idx" ON "availabilities_away" USING btree ("_order");
  CREATE INDEX "availabilities_away_parent_id_idx" ON "availabilities_away" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "availabilities_volunteer_idx" ON "availabilities" USING btree ("volunteer_id");
  CREATE INDEX "availabilities_updated_at_idx" ON "availabilities" USING btree ("updated_at");
  CREATE INDEX "availabilities_created_at_idx" ON "availabilities" USING btree ("created_at");
  CREATE INDEX "dbs_disclosures_check_idx" ON "dbs_disclosures" USING btree ("check_id");
  CREATE INDEX "dbs_disclosures_recorded_by_idx" ON "dbs_disclosures" USING btree ("recorded_by_id");
  CREATE INDEX "dbs_disclosures_status_idx" ON "dbs_disclosures" USING btree ("status");
  CREATE INDEX "dbs_disclosures_updated_at_idx" ON "dbs_disclosures" USING btree ("updated_at");
  CREATE INDEX "dbs_disclosures_created_at_idx" ON "dbs_disclosures" USING btree ("created_at");
  CREATE INDEX "dbs_status_checks_check_idx" ON "dbs_status_checks" USING btree ("check_id");
  CREATE INDEX "dbs_status_checks_checked_by_idx" ON "dbs_status_checks" USING btree ("checked_by_id");
  CREATE INDEX "dbs_status_checks_status_idx" ON "dbs_status_checks" USING btree ("status");
  CREATE INDEX "dbs_status_checks_updated_at_idx" ON "dbs_status_checks" USING btree ("updated_at");
  CREATE INDEX "dbs_status_checks_created_at_idx" ON "dbs_status_checks" USING btree ("created_at");
  CREATE INDEX "trainings_volunteer_idx" ON "trainings" USING btree ("volunteer_id");
  CREATE INDEX "trainings_kind_idx" ON "trainings" USING btree ("kind_id");
  CREATE INDEX "trainings_given_by_idx" ON "trainings" USING btree ("given_by_id");
  CREATE INDEX "trainings_status_idx" ON "trainings" USING btree ("status");
  CREATE INDEX "trainings_updated_at_idx" ON "trainings" USING btree ("updated_at");
  CREATE INDEX "trainings_created_at_idx" ON "trainings" USING btree ("created_at");
  CREATE UNIQUE INDEX "training_kinds_name_idx" ON "training_kinds" USING btree ("name");
  CREATE INDEX "training_kinds_updated_at_idx" ON "training_kinds" USING btree ("updated_at");
  CREATE INDEX "training_kinds_created_at_idx" ON "training_kinds" USING btree ("created_at");
  CREATE INDEX "standing_requests_volunteer_idx" ON "standing_requests" USING btree ("volunteer_id");
  CREATE INDEX "standing_requests_status_idx" ON "standing_requests" USING btree ("status");
  CREATE INDEX "standing_requests_updated_at_idx" ON "standing_requests" USING btree ("updated_at");
  CREATE INDEX "standing_requests_created_at_idx" ON "standing_requests" USING btree ("created_at");
  CREATE INDEX "capacity_overrides_volunteer_idx" ON "capacity_overrides" USING btree ("volunteer_id");
  CREATE INDEX "capacity_overrides_proposed_by_idx" ON "capacity_overrides" USING btree ("proposed_by_id");
  CREATE INDEX "capacity_overrides_decided_by_idx" ON "capacity_overrides" USING btree ("decided_by_id");
  CREATE INDEX "capacity_overrides_status_idx" ON "capacity_overrides" USING btree ("status");
  CREATE INDEX "capacity_overrides_updated_at_idx" ON "capacity_overrides" USING btree ("updated_at");
  CREATE INDEX "capacity_overrides_created_at_idx" ON "capacity_overrides" USING btree ("created_at");
  CREATE UNIQUE INDEX "support_levels_place_idx" ON "support_levels" USING btree ("place");
  CREATE INDEX "support_levels_updated_at_idx" ON "support_levels" USING btree ("updated_at");
  CREATE INDEX "support_levels_created_at_idx" ON "support_levels" USING btree ("created_at");
  ALTER TABLE "children" ADD CONSTRAINT "children_support_level_id_support_levels_id_fk" FOREIGN KEY ("support_level_id") REFERENCES "public"."support_levels"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "goals" ADD CONSTRAINT "goals_barrier_id_barriers_id_fk" FOREIGN KEY ("barrier_id") REFERENCES "public"."barriers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_standing_by_id_users_id_fk" FOREIGN KEY ("standing_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "children_support_level_idx" ON "children" USING btree ("support_level_id");
  CREATE INDEX "goals_barrier_idx" ON "goals" USING btree ("barrier_id");
  CREATE INDEX "volunteers_standing_by_idx" ON "volunteers" USING btree ("standing_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "children_stages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "medical_needs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "education_entries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sibling_links" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "plans" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "plans_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "plan_parts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "barriers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "working_list_entries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "working_list_imports" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "handovers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "applications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "applications_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "volunteer_references" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "reference_answers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "self_declarations" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "interview_notes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "availabilities_free" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "availabilities_away" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "availabilities" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "dbs_disclosures" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "dbs_status_checks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "trainings" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "training_kinds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "standing_requests" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "capacity_overrides" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "support_levels" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "children_stages" CASCADE;
  DROP TABLE "medical_needs" CASCADE;
  DROP TABLE "education_entries" CASCADE;
  DROP TABLE "sibling_links" CASCADE;
  DROP TABLE "plans" CASCADE;
  DROP TABLE "plans_rels" CASCADE;
  DROP TABLE "plan_parts" CASCADE;
  DROP TABLE "barriers" CASCADE;
  DROP TABLE "working_list_entries" CASCADE;
  DROP TABLE "working_list_imports" CASCADE;
  DROP TABLE "handovers" CASCADE;
  DROP TABLE "applications" CASCADE;
  DROP TABLE "applications_rels" CASCADE;
  DROP TABLE "volunteer_references" CASCADE;
  DROP TABLE "reference_answers" CASCADE;
  DROP TABLE "self_declarations" CASCADE;
  DROP TABLE "interview_notes" CASCADE;
  DROP TABLE "availabilities_free" CASCADE;
  DROP TABLE "availabilities_away" CASCADE;
  DROP TABLE "availabilities" CASCADE;
  DROP TABLE "dbs_disclosures" CASCADE;
  DROP TABLE "dbs_status_checks" CASCADE;
  DROP TABLE "trainings" CASCADE;
  DROP TABLE "training_kinds" CASCADE;
  DROP TABLE "standing_requests" CASCADE;
  DROP TABLE "capacity_overrides" CASCADE;
  DROP TABLE "support_levels" CASCADE;
  ALTER TABLE "children" DROP CONSTRAINT "children_support_level_id_support_levels_id_fk";
  
  ALTER TABLE "goals" DROP CONSTRAINT "goals_barrier_id_barriers_id_fk";
  
  ALTER TABLE "volunteers" DROP CONSTRAINT "volunteers_standing_by_id_users_id_fk";
  
  ALTER TABLE "guardians" ALTER COLUMN "contact_rule" SET DATA TYPE text;
  ALTER TABLE "guardians" ALTER COLUMN "contact_rule" SET DEFAULT 'usual'::text;
  DROP TYPE "public"."enum_guardians_contact_rule";
  CREATE TYPE "public"."enum_guardians_contact_rule" AS ENUM('usual', 'none');
  ALTER TABLE "guardians" ALTER COLUMN "contact_rule" SET DEFAULT 'usual'::"public"."enum_guardians_contact_rule";
  ALTER TABLE "guardians" ALTER COLUMN "contact_rule" SET DATA TYPE "public"."enum_guardians_contact_rule" USING "contact_rule"::"public"."enum_guardians_contact_rule";
  UPDATE "volunteers" SET "standing" = 'paused' WHERE "standing" = 'joining';
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DATA TYPE text;
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DEFAULT 'active'::text;
  DROP TYPE "public"."enum_volunteers_standing";
  CREATE TYPE "public"."enum_volunteers_standing" AS ENUM('active', 'paused', 'left');
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DEFAULT 'active'::"public"."enum_volunteers_standing";
  ALTER TABLE "volunteers" ALTER COLUMN "standing" SET DATA TYPE "public"."enum_volunteers_standing" USING "standing"::"public"."enum_volunteers_standing";
  DROP INDEX "children_support_level_idx";
  DROP INDEX "goals_barrier_idx";
  DROP INDEX "volunteers_standing_by_idx";
  ALTER TABLE "children" DROP COLUMN "school";
  ALTER TABLE "children" DROP COLUMN "held_in_year";
  ALTER TABLE "children" DROP COLUMN "support_level_id";
  ALTER TABLE "children" DROP COLUMN "held_in_year_on";
  ALTER TABLE "guardians" DROP COLUMN "contact_words";
  ALTER TABLE "guardians" DROP COLUMN "preferred_way";
  ALTER TABLE "guardians" DROP COLUMN "language";
  ALTER TABLE "key_workers" DROP COLUMN "since";
  ALTER TABLE "key_workers" DROP COLUMN "until";
  ALTER TABLE "key_workers" DROP COLUMN "note";
  ALTER TABLE "goals" DROP COLUMN "barrier_id";
  ALTER TABLE "volunteers" DROP COLUMN "meets_children";
  ALTER TABLE "volunteers" DROP COLUMN "standing_since";
  ALTER TABLE "volunteers" DROP COLUMN "standing_reason";
  ALTER TABLE "volunteers" DROP COLUMN "standing_by_id";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_purpose";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_objective";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_conduct";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_role";
  ALTER TABLE "vetting_records" DROP COLUMN "covered_boundaries";
  ALTER TABLE "vetting_records" DROP COLUMN "scheme";
  ALTER TABLE "vetting_records" DROP COLUMN "workforce";
  ALTER TABLE "vetting_records" DROP COLUMN "update_consent_on";
  ALTER TABLE "programme_settings" DROP COLUMN "volunteer_skills";
  ALTER TABLE "programme_settings" DROP COLUMN "recheck_months";
  ALTER TABLE "programme_settings" DROP COLUMN "volunteer_capacity";
  DROP TYPE "public"."enum_children_stages";
  DROP TYPE "public"."enum_guardians_preferred_way";
  DROP TYPE "public"."enum_education_entries_status";
  DROP TYPE "public"."enum_sibling_links_kind";
  DROP TYPE "public"."enum_plan_parts_kind";
  DROP TYPE "public"."enum_plan_parts_state";
  DROP TYPE "public"."enum_barriers_remedy";
  DROP TYPE "public"."enum_barriers_status";
  DROP TYPE "public"."enum_working_list_entries_status";
  DROP TYPE "public"."enum_handovers_status";
  DROP TYPE "public"."enum_applications_source";
  DROP TYPE "public"."enum_applications_interview_outcome";
  DROP TYPE "public"."enum_applications_status";
  DROP TYPE "public"."enum_volunteer_references_status";
  DROP TYPE "public"."enum_reference_answers_method";
  DROP TYPE "public"."enum_reference_answers_capacity";
  DROP TYPE "public"."enum_reference_answers_worry";
  DROP TYPE "public"."enum_reference_answers_status";
  DROP TYPE "public"."enum_self_declarations_declares";
  DROP TYPE "public"."enum_volunteers_meets_children";
  DROP TYPE "public"."enum_availabilities_free";
  DROP TYPE "public"."enum_vetting_records_scheme";
  DROP TYPE "public"."enum_vetting_records_workforce";
  DROP TYPE "public"."enum_dbs_disclosures_status";
  DROP TYPE "public"."enum_dbs_status_checks_result";
  DROP TYPE "public"."enum_dbs_status_checks_status";
  DROP TYPE "public"."enum_trainings_status";
  DROP TYPE "public"."enum_standing_requests_wish";
  DROP TYPE "public"."enum_standing_requests_status";
  DROP TYPE "public"."enum_capacity_overrides_status";`)
}
