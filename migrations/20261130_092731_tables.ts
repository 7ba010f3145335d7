import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_children_stages" AS ENUM('one', 'two', 'three');
  CREATE TYPE "public"."enum_guardians_contact_rule" AS ENUM('usual', 'writing', 'none');
  CREATE TYPE "public"."enum_guardians_preferred_way" AS ENUM('text', 'email', 'telephone', 'face-to-face');
  CREATE TYPE "public"."enum_guardians_form_language" AS ENUM('ar', 'bn', 'cy', 'ne', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur');
  CREATE TYPE "public"."enum_education_entries_status" AS ENUM('full-time', 'part-time', 'alternative-provision', 'home-educated', 'suspended', 'excluded', 'not-attending', 'no-place', 'college-or-sixth-form', 'apprenticeship', 'working', 'not-in-education');
  CREATE TYPE "public"."enum_sibling_links_kind" AS ENUM('full', 'half', 'step', 'foster', 'adopted');
  CREATE TYPE "public"."enum_child_merges_status" AS ENUM('proposed', 'done', 'withdrawn');
  CREATE TYPE "public"."enum_incoming_referrals_member_answer" AS ENUM('yes', 'no', 'unknown');
  CREATE TYPE "public"."enum_incoming_referrals_source" AS ENUM('camp-leader', 'family-support-worker', 'social-worker', 'club-leader', 'school', 'parent');
  CREATE TYPE "public"."enum_incoming_referrals_family_agrees" AS ENUM('yes', 'not-asked', 'no');
  CREATE TYPE "public"."enum_incoming_referrals_status" AS ENUM('to-link', 'linked', 'set-aside');
  CREATE TYPE "public"."enum_referrals_source" AS ENUM('camp-leader', 'family-support-worker', 'social-worker', 'club-leader', 'school', 'parent', 'committee');
  CREATE TYPE "public"."enum_referrals_status" AS ENUM('received', 'more-asked', 'accepted', 'declined', 'finished');
  CREATE TYPE "public"."enum_view_requests_asked_group" AS ENUM('camp-leader', 'family-support-worker', 'social-worker', 'club-leader', 'school', 'parent', 'committee');
  CREATE TYPE "public"."enum_view_requests_status" AS ENUM('open', 'answered', 'cancelled');
  CREATE TYPE "public"."enum_plan_parts_kind" AS ENUM('one-to-one', 'professional', 'club', 'work-experience', 'trip', 'grant');
  CREATE TYPE "public"."enum_plan_parts_state" AS ENUM('planned', 'going-on', 'done', 'dropped');
  CREATE TYPE "public"."enum_barriers_remedy" AS ENUM('money', 'support', 'both');
  CREATE TYPE "public"."enum_barriers_status" AS ENUM('open', 'removed');
  CREATE TYPE "public"."enum_goals_aim" AS ENUM('life-skills', 'potential', 'barrier');
  CREATE TYPE "public"."enum_working_list_entries_status" AS ENUM('listed', 'taken-off');
  CREATE TYPE "public"."enum_consent_requests_answered_by" AS ENUM('link', 'paper', 'telephone');
  CREATE TYPE "public"."enum_consent_requests_wording_language" AS ENUM('ar', 'bn', 'cy', 'ne', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur');
  CREATE TYPE "public"."enum_consent_requests_status" AS ENUM('open', 'signed', 'declined', 'cancelled');
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
  CREATE TYPE "public"."enum_consent_captures_wording_language" AS ENUM('ar', 'bn', 'cy', 'ne', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur');
  CREATE TYPE "public"."enum_consent_captures_status" AS ENUM('entered', 'confirmed', 'refused');
  CREATE TYPE "public"."enum_call_requests_status" AS ENUM('asked', 'done');
  CREATE TYPE "public"."enum_consents_item" AS ENUM('taking-part', 'meetings', 'travel', 'outings', 'first-aid', 'photographs', 'talking-with-school', 'talking-with-key-workers');
  CREATE TYPE "public"."enum_consents_answer" AS ENUM('yes', 'no');
  CREATE TYPE "public"."enum_consents_method" AS ENUM('link', 'paper', 'telephone');
  CREATE TYPE "public"."enum_consents_status" AS ENUM('given');
  CREATE TYPE "public"."enum_matches_frequency" AS ENUM('weekly', 'fortnightly', 'monthly', 'two-monthly');
  CREATE TYPE "public"."enum_matches_school" AS ENUM('told', 'not-told');
  CREATE TYPE "public"."enum_matches_status" AS ENUM('proposed', 'active', 'ended');
  CREATE TYPE "public"."enum_handovers_status" AS ENUM('needed', 'begun', 'done', 'not-needed');
  CREATE TYPE "public"."enum_meetings_kind" AS ENUM('one-to-one', 'family');
  CREATE TYPE "public"."enum_meetings_place_kind" AS ENUM('public', 'cinema', 'theatre', 'home', 'private');
  CREATE TYPE "public"."enum_meetings_agreed_way" AS ENUM('text', 'email', 'telephone', 'in-person');
  CREATE TYPE "public"."enum_meetings_status" AS ENUM('proposed', 'confirmed', 'declined', 'cancelled', 'held');
  CREATE TYPE "public"."enum_session_logs_status" AS ENUM('submitted');
  CREATE TYPE "public"."enum_log_addenda_status" AS ENUM('added');
  CREATE TYPE "public"."enum_log_readings_status" AS ENUM('read');
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
  CREATE TYPE "public"."enum_volunteers_standing" AS ENUM('joining', 'active', 'paused', 'left');
  CREATE TYPE "public"."enum_availabilities_free" AS ENUM('monday-morning', 'monday-afternoon', 'monday-evening', 'tuesday-morning', 'tuesday-afternoon', 'tuesday-evening', 'wednesday-morning', 'wednesday-afternoon', 'wednesday-evening', 'thursday-morning', 'thursday-afternoon', 'thursday-evening', 'friday-morning', 'friday-afternoon', 'friday-evening', 'saturday-morning', 'saturday-afternoon', 'saturday-evening', 'sunday-morning', 'sunday-afternoon', 'sunday-evening');
  CREATE TYPE "public"."enum_vetting_records_kind" AS ENUM('committee-approval', 'dbs-check', 'safeguarding-training', 'induction');
  CREATE TYPE "public"."enum_vetting_records_scheme" AS ENUM('dbs', 'disclosure-scotland', 'access-ni');
  CREATE TYPE "public"."enum_vetting_records_workforce" AS ENUM('child', 'child-and-adult', 'adult', 'other');
  CREATE TYPE "public"."enum_vetting_records_level" AS ENUM('basic', 'enhanced', 'enhanced-barred');
  CREATE TYPE "public"."enum_vetting_records_status" AS ENUM('standing', 'withdrawn');
  CREATE TYPE "public"."enum_dbs_disclosures_status" AS ENUM('recorded');
  CREATE TYPE "public"."enum_dbs_status_checks_result" AS ENUM('no-change', 'not-current', 'not-found');
  CREATE TYPE "public"."enum_dbs_status_checks_status" AS ENUM('recorded');
  CREATE TYPE "public"."enum_trainings_status" AS ENUM('standing', 'withdrawn');
  CREATE TYPE "public"."enum_pause_requests_wish" AS ENUM('pause', 'leave');
  CREATE TYPE "public"."enum_pause_requests_status" AS ENUM('open', 'done', 'taken-back');
  CREATE TYPE "public"."enum_capacity_overrides_status" AS ENUM('proposed', 'approved', 'declined', 'ended');
  CREATE TYPE "public"."enum_policies_kind" AS ENUM('mentoring-policy', 'code-of-conduct', 'children-code-of-conduct', 'confidentiality-agreement', 'volunteer-agreement', 'safeguarding-policy', 'expense-policy', 'insurance-policy', 'consent-wording', 'guidance', 'referral-directory');
  CREATE TYPE "public"."enum_policy_versions_status" AS ENUM('draft', 'proposed', 'scheduled', 'adopted', 'superseded');
  CREATE TYPE "public"."enum_policy_translations_language" AS ENUM('ar', 'bn', 'cy', 'ne', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur');
  CREATE TYPE "public"."enum_policy_translations_status" AS ENUM('draft', 'adopted');
  CREATE TYPE "public"."enum_policy_acceptances_status" AS ENUM('accepted');
  CREATE TYPE "public"."enum_directory_entries_cost" AS ENUM('free', 'price', 'words');
  CREATE TYPE "public"."enum_directory_entries_status" AS ENUM('listed', 'taken-off');
  CREATE TYPE "public"."enum_directory_suggestions_kind" AS ENUM('new-place', 'out-of-date');
  CREATE TYPE "public"."enum_directory_suggestions_status" AS ENUM('open', 'accepted', 'declined');
  CREATE TYPE "public"."enum_guidance_pages_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_users_standing" AS ENUM('open', 'closed');
  CREATE TYPE "public"."enum_account_changes_kind" AS ENUM('address', 'role', 'reopen', 'volunteer');
  CREATE TYPE "public"."enum_account_changes_role" AS ENUM('co-ordinator', 'committee', 'trustee', 'volunteer', 'administrator');
  CREATE TYPE "public"."enum_account_changes_status" AS ENUM('proposed', 'done', 'declined', 'withdrawn', 'expired');
  CREATE TYPE "public"."enum_role_grants_role" AS ENUM('co-ordinator', 'committee', 'trustee', 'volunteer', 'administrator');
  CREATE TYPE "public"."enum_designations_designation" AS ENUM('meeting-confirmer', 'schools-liaison', 'safeguarding-lead', 'safeguarding-deputy', 'grants-lead', 'gathering-lead');
  CREATE TYPE "public"."enum_notifications_state" AS ENUM('waiting', 'sending', 'sent', 'failed', 'cancelled');
  CREATE TYPE "public"."enum_sign_in_links_purpose" AS ENUM('invitation', 'password-reset');
  CREATE TYPE "public"."enum_referral_words_kind" AS ENUM('form', 'asked', 'answered', 'view');
  CREATE TYPE "public"."enum_referral_voices_kind" AS ENUM('accept', 'over-capacity');
  CREATE TABLE "children_stages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_children_stages",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "children" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"known_as" varchar,
  	"born_on" varchar,
  	"family_id" uuid NOT NULL,
  	"school" varchar,
  	"held_in_year" numeric,
  	"support_level_id" uuid,
  	"in_care" boolean DEFAULT false,
  	"another_child_because" varchar,
  	"held_in_year_on" varchar,
  	"merged_into_id" uuid,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "families" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"home_address" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "guardians" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"family_id" uuid NOT NULL,
  	"relationship" varchar,
  	"email" varchar,
  	"mobile" varchar,
  	"themselves_id" uuid,
  	"parental_responsibility" boolean DEFAULT true,
  	"for_council" boolean DEFAULT false,
  	"contact_rule" "enum_guardians_contact_rule" DEFAULT 'usual' NOT NULL,
  	"contact_words" varchar,
  	"preferred_way" "enum_guardians_preferred_way",
  	"form_language" "enum_guardians_form_language",
  	"language" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "key_workers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"role" varchar NOT NULL,
  	"organisation" varchar,
  	"email" varchar,
  	"telephone" varchar,
  	"since" varchar,
  	"until" varchar,
  	"note" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "child_backgrounds" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"background" varchar NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
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
  
  CREATE TABLE "memberships" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"since" varchar NOT NULL,
  	"until" varchar,
  	"attended" varchar,
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
  
  CREATE TABLE "child_merges" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"keep_id" uuid NOT NULL,
  	"leave_id" uuid NOT NULL,
  	"why" varchar NOT NULL,
  	"proposed_by_id" uuid,
  	"carried_out_by_id" uuid,
  	"carried_out_at" timestamp(3) with time zone,
  	"withdrawn_because" varchar,
  	"status" "enum_child_merges_status" DEFAULT 'proposed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "incoming_referrals" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"reference" varchar,
  	"received_at" timestamp(3) with time zone,
  	"answer_by" varchar,
  	"child_name" varchar,
  	"child_born_on" varchar,
  	"child_school" varchar,
  	"member_answer" "enum_incoming_referrals_member_answer",
  	"main_reason" varchar,
  	"source" "enum_incoming_referrals_source",
  	"referrer_name" varchar,
  	"referrer_place" varchar,
  	"referrer_email" varchar,
  	"referrer_phone" varchar,
  	"family_agrees" "enum_incoming_referrals_family_agrees",
  	"family_contact" varchar,
  	"child_id" uuid,
  	"linked_by_id" uuid,
  	"set_aside_reason" varchar,
  	"link_digest" varchar,
  	"status" "enum_incoming_referrals_status" DEFAULT 'to-link',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "referrals" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"received_on" varchar NOT NULL,
  	"source" "enum_referrals_source" NOT NULL,
  	"referrer_name" varchar,
  	"main_reason" varchar NOT NULL,
  	"concern" varchar,
  	"incoming_id" uuid,
  	"entered_by_id" uuid,
  	"decided_by_id" uuid,
  	"decided_at" timestamp(3) with time zone,
  	"decision_reason" varchar,
  	"status" "enum_referrals_status" DEFAULT 'received',
  	"row_version" numeric DEFAULT 1,
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
  
  CREATE TABLE "goals" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"referral_id" uuid,
  	"title" varchar NOT NULL,
  	"aim" "enum_goals_aim" NOT NULL,
  	"barrier_id" uuid,
  	"outcome" varchar NOT NULL,
  	"measure" varchar NOT NULL,
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
  
  CREATE TABLE "consent_requests" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"guardian_id" uuid NOT NULL,
  	"asked_by_id" uuid,
  	"link_digest" varchar,
  	"link_number" numeric DEFAULT 1,
  	"ends_at" timestamp(3) with time zone,
  	"wrong_tries" numeric DEFAULT 0,
  	"locked_until" timestamp(3) with time zone,
  	"answered_at" timestamp(3) with time zone,
  	"answered_by" "enum_consent_requests_answered_by",
  	"signed_name" varchar,
  	"signed_relationship" varchar,
  	"wording_version_id" uuid,
  	"wording_language" "enum_consent_requests_wording_language",
  	"wording_digest" varchar,
  	"wording" varchar,
  	"asked_again_at" timestamp(3) with time zone,
  	"asked_again_for_id" uuid,
  	"decline_reason" varchar,
  	"status" "enum_consent_requests_status" DEFAULT 'open',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
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
  	"wording_version_id" uuid,
  	"wording_language" "enum_consent_captures_wording_language",
  	"wording_digest" varchar,
  	"wording" varchar,
  	"refused_reason" varchar,
  	"status" "enum_consent_captures_status" DEFAULT 'entered',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
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
  
  CREATE TABLE "consents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"guardian_id" uuid NOT NULL,
  	"item" "enum_consents_item" NOT NULL,
  	"answer" "enum_consents_answer" NOT NULL,
  	"decided_on" varchar NOT NULL,
  	"method" "enum_consents_method" NOT NULL,
  	"valid_until" varchar,
  	"wording_version_id" uuid,
  	"wording_digest" varchar,
  	"capture_id" uuid,
  	"status" "enum_consents_status" DEFAULT 'given',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "matches" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"proposed_by_id" uuid,
  	"chosen_by_id" uuid,
  	"starts_on" varchar NOT NULL,
  	"ends_on" varchar,
  	"frequency" "enum_matches_frequency" DEFAULT 'weekly' NOT NULL,
  	"committee_contact_id" uuid NOT NULL,
  	"goals_set_on" varchar,
  	"parents_met_by_id" uuid,
  	"parents_met_on" varchar,
  	"school" "enum_matches_school",
  	"school_reason" varchar,
  	"introduced_on" varchar,
  	"first_review_on" varchar,
  	"child_agreed_on" varchar,
  	"risk_accepted_on" varchar,
  	"risk_accepted_by_id" uuid,
  	"already_known" boolean DEFAULT false,
  	"steps_by" jsonb,
  	"end_reason" varchar,
  	"status" "enum_matches_status" DEFAULT 'proposed',
  	"row_version" numeric DEFAULT 1,
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
  
  CREATE TABLE "meetings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"match_id" uuid NOT NULL,
  	"child_id" uuid,
  	"volunteer_id" uuid,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"minutes" numeric DEFAULT 60 NOT NULL,
  	"kind" "enum_meetings_kind" DEFAULT 'one-to-one' NOT NULL,
  	"place_kind" "enum_meetings_place_kind" DEFAULT 'public' NOT NULL,
  	"place" varchar NOT NULL,
  	"second_volunteer_id" uuid,
  	"guardian_id" uuid NOT NULL,
  	"agreed_on" varchar NOT NULL,
  	"agreed_way" "enum_meetings_agreed_way" NOT NULL,
  	"proposed_by_id" uuid,
  	"changed_by_id" uuid,
  	"confirmed_by_id" uuid,
  	"confirmed_at" timestamp(3) with time zone,
  	"reason" varchar,
  	"status" "enum_meetings_status" DEFAULT 'proposed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "meeting_addresses" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"meeting_id" uuid,
  	"address" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "session_logs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"child_id" uuid,
  	"match_id" uuid NOT NULL,
  	"volunteer_id" uuid,
  	"meeting_id" uuid,
  	"held_on" varchar NOT NULL,
  	"location" varchar NOT NULL,
  	"run_by" varchar NOT NULL,
  	"attendees" varchar NOT NULL,
  	"activities" varchar,
  	"outcomes" varchar,
  	"comment" varchar,
  	"values_lived" varchar,
  	"meeting_was_confirmed" boolean DEFAULT false,
  	"written_by_id" uuid,
  	"submitted_at" timestamp(3) with time zone,
  	"status" "enum_session_logs_status" DEFAULT 'submitted',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "log_addenda" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"log_id" uuid NOT NULL,
  	"text" varchar NOT NULL,
  	"written_by_id" uuid,
  	"status" "enum_log_addenda_status" DEFAULT 'added',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "log_readings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"log_id" uuid NOT NULL,
  	"word" varchar,
  	"read_by_id" uuid,
  	"status" "enum_log_readings_status" DEFAULT 'read',
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
  
  CREATE TABLE "volunteers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"user_id" uuid,
  	"mobile" varchar,
  	"born_on" varchar,
  	"meets_children" "enum_volunteers_meets_children" DEFAULT 'weekly' NOT NULL,
  	"home_address" varchar,
  	"standing_since" varchar,
  	"standing_reason" varchar,
  	"standing_by_id" uuid,
  	"standing" "enum_volunteers_standing" DEFAULT 'joining',
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
  
  CREATE TABLE "vetting_records" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"kind" "enum_vetting_records_kind" NOT NULL,
  	"taken_on" varchar NOT NULL,
  	"valid_until" varchar,
  	"face_to_face" boolean DEFAULT false,
  	"covered_purpose" boolean DEFAULT false,
  	"covered_objective" boolean DEFAULT false,
  	"covered_conduct" boolean DEFAULT false,
  	"covered_role" boolean DEFAULT false,
  	"covered_boundaries" boolean DEFAULT false,
  	"scheme" "enum_vetting_records_scheme",
  	"certificate_number" varchar,
  	"workforce" "enum_vetting_records_workforce",
  	"level" "enum_vetting_records_level",
  	"update_consent_on" varchar,
  	"seen_by_id" uuid,
  	"withdrawn_reason" varchar,
  	"status" "enum_vetting_records_status" DEFAULT 'standing',
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
  
  CREATE TABLE "pause_requests" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"volunteer_id" uuid NOT NULL,
  	"wish" "enum_pause_requests_wish" NOT NULL,
  	"words" varchar,
  	"status" "enum_pause_requests_status" DEFAULT 'open',
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
  
  CREATE TABLE "policies" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum_policies_kind" NOT NULL,
  	"title" varchar NOT NULL,
  	"must_be_accepted" boolean DEFAULT false,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "policy_versions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"policy_id" uuid NOT NULL,
  	"number" varchar NOT NULL,
  	"text" jsonb NOT NULL,
  	"changes" varchar,
  	"adopted_by" varchar,
  	"signed_by" varchar,
  	"review_on" varchar,
  	"grace_until" varchar,
  	"adopts_on" varchar,
  	"adopted_on" varchar,
  	"author_id" uuid,
  	"adopted_by_user_id" uuid,
  	"status" "enum_policy_versions_status" DEFAULT 'draft',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "policy_translations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"version_id" uuid NOT NULL,
  	"language" "enum_policy_translations_language" NOT NULL,
  	"text" jsonb NOT NULL,
  	"translated_by" varchar,
  	"author_id" uuid,
  	"adopted_on" varchar,
  	"adopted_by_user_id" uuid,
  	"text_digest" varchar,
  	"status" "enum_policy_translations_status" DEFAULT 'draft',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "policy_acceptances" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"version_id" uuid NOT NULL,
  	"user_id" uuid NOT NULL,
  	"typed_name" varchar NOT NULL,
  	"statement" varchar,
  	"text_digest" varchar NOT NULL,
  	"accepted_at" timestamp(3) with time zone,
  	"status" "enum_policy_acceptances_status" DEFAULT 'accepted',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "directory_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"organisation" varchar NOT NULL,
  	"category_id" uuid NOT NULL,
  	"needs" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"website" varchar,
  	"how_to_refer" varchar,
  	"cost" "enum_directory_entries_cost" DEFAULT 'words' NOT NULL,
  	"cost_pence" numeric,
  	"cost_words" varchar DEFAULT 'To be checked',
  	"age_from" numeric,
  	"age_to" numeric,
  	"area" varchar,
  	"is_private_person" boolean DEFAULT false,
  	"note" varchar,
  	"checked_on" varchar,
  	"checked_by_id" uuid,
  	"doubted_on" varchar,
  	"taken_off_reason" varchar,
  	"status" "enum_directory_entries_status" DEFAULT 'listed',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "directory_suggestions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum_directory_suggestions_kind" NOT NULL,
  	"organisation" varchar NOT NULL,
  	"entry_id" uuid,
  	"category_id" uuid,
  	"phone" varchar,
  	"website" varchar,
  	"words" varchar NOT NULL,
  	"suggested_by_id" uuid,
  	"answer" varchar,
  	"answered_by_id" uuid,
  	"answered_at" timestamp(3) with time zone,
  	"status" "enum_directory_suggestions_status" DEFAULT 'open',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "directory_categories" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"in_use" boolean DEFAULT true,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "guidance_pages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"address" varchar NOT NULL,
  	"place" numeric DEFAULT 100 NOT NULL,
  	"text" jsonb NOT NULL,
  	"status" "enum_guidance_pages_status" DEFAULT 'draft',
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "programme_values" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"heading" varchar NOT NULL,
  	"place" numeric DEFAULT 100 NOT NULL,
  	"in_use" boolean DEFAULT true,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"standing" "enum_users_standing" DEFAULT 'open' NOT NULL,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
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
  
  CREATE TABLE "role_grants" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"role" "enum_role_grants_role" NOT NULL,
  	"starts_on" varchar NOT NULL,
  	"ends_on" varchar,
  	"row_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "designations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"designation" "enum_designations_designation" NOT NULL,
  	"holder_id" uuid NOT NULL,
  	"ends_on" varchar,
  	"cover_id" uuid,
  	"cover_from" varchar,
  	"cover_until" varchar,
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
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"template" varchar NOT NULL,
  	"recipient_kind" varchar NOT NULL,
  	"recipient_user_id" uuid,
  	"recipient_guardian_id" uuid,
  	"recipient_address" varchar,
  	"subject_collection" varchar NOT NULL,
  	"subject_record" varchar NOT NULL,
  	"details" jsonb,
  	"state" "enum_notifications_state" NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"last_problem" varchar,
  	"dedupe_key" varchar NOT NULL,
  	"message_id" varchar,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"delivered_at" timestamp(3) with time zone,
  	"bounced_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "audit_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"sequence" numeric NOT NULL,
  	"occurred_at" timestamp(3) with time zone NOT NULL,
  	"actor_kind" varchar NOT NULL,
  	"actor_id" varchar,
  	"actor_note" varchar,
  	"action" varchar NOT NULL,
  	"record_collection" varchar NOT NULL,
  	"record_id" varchar,
  	"came_from" varchar NOT NULL,
  	"detail" jsonb,
  	"salt" varchar NOT NULL,
  	"detail_digest" varchar NOT NULL,
  	"previous_hash" varchar NOT NULL,
  	"hash" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "form_drafts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"form" varchar NOT NULL,
  	"digest" varchar NOT NULL,
  	"link_digest" varchar,
  	"link_number" numeric DEFAULT 0 NOT NULL,
  	"email" varchar,
  	"answers" jsonb NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"outcome" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sessions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"token_digest" varchar NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"last_seen_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"ended_at" timestamp(3) with time zone,
  	"proven_at" timestamp(3) with time zone,
  	"device" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "credentials" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"password_digest" varchar NOT NULL,
  	"changed_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sign_in_links" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"purpose" "enum_sign_in_links_purpose" NOT NULL,
  	"digest" varchar NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"used_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "referral_words" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"incoming_id" uuid,
  	"referral_id" uuid,
  	"kind" "enum_referral_words_kind",
  	"about" varchar,
  	"text" varchar,
  	"said_by" varchar,
  	"said_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "referral_voices" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"referral_id" uuid,
  	"kind" "enum_referral_voices_kind",
  	"by_id" uuid,
  	"reason" varchar,
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
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "programme_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"charity_name" varchar DEFAULT 'Kids on Track' NOT NULL,
  	"programme_name" varchar DEFAULT 'Mentoring' NOT NULL,
  	"accent" varchar DEFAULT '#0b6b62',
  	"office_email" varchar,
  	"office_phone" varchar,
  	"capacity" numeric DEFAULT 15 NOT NULL,
  	"answer_days" numeric DEFAULT 28 NOT NULL,
  	"members_to_accept" numeric DEFAULT 1 NOT NULL,
  	"members_over_capacity" numeric DEFAULT 1 NOT NULL,
  	"referral_reasons" varchar DEFAULT 'Attendance
  Bullying
  Careers
  Confidence
  Loss
  Family
  Grooming
  Gangs
  Drugs
  Health
  Other',
  	"volunteer_skills" varchar DEFAULT 'Communication
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
  Adaptable',
  	"recheck_months" numeric DEFAULT 36 NOT NULL,
  	"volunteer_capacity" numeric DEFAULT 2 NOT NULL,
  	"consent_renewal_months" numeric DEFAULT 12 NOT NULL,
  	"directory_check_months" numeric DEFAULT 12 NOT NULL,
  	"audit_head_email" varchar,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "children_stages" ADD CONSTRAINT "children_stages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."children"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "children" ADD CONSTRAINT "children_family_id_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."families"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "children" ADD CONSTRAINT "children_support_level_id_support_levels_id_fk" FOREIGN KEY ("support_level_id") REFERENCES "public"."support_levels"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "children" ADD CONSTRAINT "children_merged_into_id_children_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "guardians" ADD CONSTRAINT "guardians_family_id_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."families"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "guardians" ADD CONSTRAINT "guardians_themselves_id_children_id_fk" FOREIGN KEY ("themselves_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "key_workers" ADD CONSTRAINT "key_workers_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "child_backgrounds" ADD CONSTRAINT "child_backgrounds_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "medical_needs" ADD CONSTRAINT "medical_needs_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "education_entries" ADD CONSTRAINT "education_entries_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sibling_links" ADD CONSTRAINT "sibling_links_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sibling_links" ADD CONSTRAINT "sibling_links_sibling_id_children_id_fk" FOREIGN KEY ("sibling_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "child_merges" ADD CONSTRAINT "child_merges_keep_id_children_id_fk" FOREIGN KEY ("keep_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "child_merges" ADD CONSTRAINT "child_merges_leave_id_children_id_fk" FOREIGN KEY ("leave_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "child_merges" ADD CONSTRAINT "child_merges_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "child_merges" ADD CONSTRAINT "child_merges_carried_out_by_id_users_id_fk" FOREIGN KEY ("carried_out_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "incoming_referrals" ADD CONSTRAINT "incoming_referrals_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "incoming_referrals" ADD CONSTRAINT "incoming_referrals_linked_by_id_users_id_fk" FOREIGN KEY ("linked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referrals" ADD CONSTRAINT "referrals_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referrals" ADD CONSTRAINT "referrals_incoming_id_incoming_referrals_id_fk" FOREIGN KEY ("incoming_id") REFERENCES "public"."incoming_referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referrals" ADD CONSTRAINT "referrals_entered_by_id_users_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referrals" ADD CONSTRAINT "referrals_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "view_requests" ADD CONSTRAINT "view_requests_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "view_requests" ADD CONSTRAINT "view_requests_asked_by_id_users_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plans" ADD CONSTRAINT "plans_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plans_rels" ADD CONSTRAINT "plans_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "plans_rels" ADD CONSTRAINT "plans_rels_guardians_fk" FOREIGN KEY ("guardians_id") REFERENCES "public"."guardians"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "plans_rels" ADD CONSTRAINT "plans_rels_key_workers_fk" FOREIGN KEY ("key_workers_id") REFERENCES "public"."key_workers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "plan_parts" ADD CONSTRAINT "plan_parts_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plan_parts" ADD CONSTRAINT "plan_parts_barrier_id_barriers_id_fk" FOREIGN KEY ("barrier_id") REFERENCES "public"."barriers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "barriers" ADD CONSTRAINT "barriers_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "goals" ADD CONSTRAINT "goals_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "goals" ADD CONSTRAINT "goals_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "goals" ADD CONSTRAINT "goals_barrier_id_barriers_id_fk" FOREIGN KEY ("barrier_id") REFERENCES "public"."barriers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "working_list_entries" ADD CONSTRAINT "working_list_entries_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "working_list_entries" ADD CONSTRAINT "working_list_entries_import_id_working_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."working_list_imports"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "working_list_imports" ADD CONSTRAINT "working_list_imports_imported_by_id_users_id_fk" FOREIGN KEY ("imported_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_asked_by_id_users_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_wording_version_id_policy_versions_id_fk" FOREIGN KEY ("wording_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_asked_again_for_id_policy_versions_id_fk" FOREIGN KEY ("asked_again_for_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_entered_by_id_users_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_confirmed_by_id_users_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consent_captures" ADD CONSTRAINT "consent_captures_wording_version_id_policy_versions_id_fk" FOREIGN KEY ("wording_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "call_requests" ADD CONSTRAINT "call_requests_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "call_requests" ADD CONSTRAINT "call_requests_consent_request_id_consent_requests_id_fk" FOREIGN KEY ("consent_request_id") REFERENCES "public"."consent_requests"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "call_requests" ADD CONSTRAINT "call_requests_rung_by_id_users_id_fk" FOREIGN KEY ("rung_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_wording_version_id_policy_versions_id_fk" FOREIGN KEY ("wording_version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_capture_id_consent_captures_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."consent_captures"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_chosen_by_id_users_id_fk" FOREIGN KEY ("chosen_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_committee_contact_id_users_id_fk" FOREIGN KEY ("committee_contact_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_parents_met_by_id_users_id_fk" FOREIGN KEY ("parents_met_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "matches" ADD CONSTRAINT "matches_risk_accepted_by_id_users_id_fk" FOREIGN KEY ("risk_accepted_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_contact_id_users_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handovers" ADD CONSTRAINT "handovers_begun_by_id_users_id_fk" FOREIGN KEY ("begun_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_second_volunteer_id_volunteers_id_fk" FOREIGN KEY ("second_volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_changed_by_id_users_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meetings" ADD CONSTRAINT "meetings_confirmed_by_id_users_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "meeting_addresses" ADD CONSTRAINT "meeting_addresses_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_logs" ADD CONSTRAINT "session_logs_written_by_id_users_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "log_addenda" ADD CONSTRAINT "log_addenda_log_id_session_logs_id_fk" FOREIGN KEY ("log_id") REFERENCES "public"."session_logs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "log_addenda" ADD CONSTRAINT "log_addenda_written_by_id_users_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "log_readings" ADD CONSTRAINT "log_readings_log_id_session_logs_id_fk" FOREIGN KEY ("log_id") REFERENCES "public"."session_logs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "log_readings" ADD CONSTRAINT "log_readings_read_by_id_users_id_fk" FOREIGN KEY ("read_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
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
  ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_standing_by_id_users_id_fk" FOREIGN KEY ("standing_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "availabilities_free" ADD CONSTRAINT "availabilities_free_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."availabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "availabilities_away" ADD CONSTRAINT "availabilities_away_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."availabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "availabilities" ADD CONSTRAINT "availabilities_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "vetting_records" ADD CONSTRAINT "vetting_records_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "vetting_records" ADD CONSTRAINT "vetting_records_seen_by_id_users_id_fk" FOREIGN KEY ("seen_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_disclosures" ADD CONSTRAINT "dbs_disclosures_check_id_vetting_records_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."vetting_records"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_disclosures" ADD CONSTRAINT "dbs_disclosures_recorded_by_id_users_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_status_checks" ADD CONSTRAINT "dbs_status_checks_check_id_vetting_records_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."vetting_records"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dbs_status_checks" ADD CONSTRAINT "dbs_status_checks_checked_by_id_users_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "trainings" ADD CONSTRAINT "trainings_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "trainings" ADD CONSTRAINT "trainings_kind_id_training_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."training_kinds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "trainings" ADD CONSTRAINT "trainings_given_by_id_users_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pause_requests" ADD CONSTRAINT "pause_requests_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_adopted_by_user_id_users_id_fk" FOREIGN KEY ("adopted_by_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_translations" ADD CONSTRAINT "policy_translations_version_id_policy_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_translations" ADD CONSTRAINT "policy_translations_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_translations" ADD CONSTRAINT "policy_translations_adopted_by_user_id_users_id_fk" FOREIGN KEY ("adopted_by_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_acceptances" ADD CONSTRAINT "policy_acceptances_version_id_policy_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."policy_versions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_acceptances" ADD CONSTRAINT "policy_acceptances_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_entries" ADD CONSTRAINT "directory_entries_category_id_directory_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."directory_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_entries" ADD CONSTRAINT "directory_entries_checked_by_id_users_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_suggestions" ADD CONSTRAINT "directory_suggestions_entry_id_directory_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."directory_entries"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_suggestions" ADD CONSTRAINT "directory_suggestions_category_id_directory_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."directory_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_suggestions" ADD CONSTRAINT "directory_suggestions_suggested_by_id_users_id_fk" FOREIGN KEY ("suggested_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "directory_suggestions" ADD CONSTRAINT "directory_suggestions_answered_by_id_users_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_volunteer_id_volunteers_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."volunteers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "designations" ADD CONSTRAINT "designations_holder_id_users_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "designations" ADD CONSTRAINT "designations_cover_id_users_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_user_id_users_id_fk" FOREIGN KEY ("recipient_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_guardian_id_guardians_id_fk" FOREIGN KEY ("recipient_guardian_id") REFERENCES "public"."guardians"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referral_words" ADD CONSTRAINT "referral_words_incoming_id_incoming_referrals_id_fk" FOREIGN KEY ("incoming_id") REFERENCES "public"."incoming_referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referral_words" ADD CONSTRAINT "referral_words_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referral_voices" ADD CONSTRAINT "referral_voices_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "referral_voices" ADD CONSTRAINT "referral_voices_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interview_notes" ADD CONSTRAINT "interview_notes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interview_notes" ADD CONSTRAINT "interview_notes_written_by_id_users_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "children_stages_order_idx" ON "children_stages" USING btree ("order");
  CREATE INDEX "children_stages_parent_idx" ON "children_stages" USING btree ("parent_id");
  CREATE INDEX "children_family_idx" ON "children" USING btree ("family_id");
  CREATE INDEX "children_support_level_idx" ON "children" USING btree ("support_level_id");
  CREATE INDEX "children_merged_into_idx" ON "children" USING btree ("merged_into_id");
  CREATE INDEX "children_updated_at_idx" ON "children" USING btree ("updated_at");
  CREATE INDEX "children_created_at_idx" ON "children" USING btree ("created_at");
  CREATE INDEX "families_updated_at_idx" ON "families" USING btree ("updated_at");
  CREATE INDEX "families_created_at_idx" ON "families" USING btree ("created_at");
  CREATE INDEX "guardians_family_idx" ON "guardians" USING btree ("family_id");
  CREATE INDEX "guardians_themselves_idx" ON "guardians" USING btree ("themselves_id");
  CREATE INDEX "guardians_updated_at_idx" ON "guardians" USING btree ("updated_at");
  CREATE INDEX "guardians_created_at_idx" ON "guardians" USING btree ("created_at");
  CREATE INDEX "key_workers_child_idx" ON "key_workers" USING btree ("child_id");
  CREATE INDEX "key_workers_updated_at_idx" ON "key_workers" USING btree ("updated_at");
  CREATE INDEX "key_workers_created_at_idx" ON "key_workers" USING btree ("created_at");
  CREATE UNIQUE INDEX "child_backgrounds_child_idx" ON "child_backgrounds" USING btree ("child_id");
  CREATE INDEX "child_backgrounds_updated_at_idx" ON "child_backgrounds" USING btree ("updated_at");
  CREATE INDEX "child_backgrounds_created_at_idx" ON "child_backgrounds" USING btree ("created_at");
  CREATE UNIQUE INDEX "medical_needs_child_idx" ON "medical_needs" USING btree ("child_id");
  CREATE INDEX "medical_needs_updated_at_idx" ON "medical_needs" USING btree ("updated_at");
  CREATE INDEX "medical_needs_created_at_idx" ON "medical_needs" USING btree ("created_at");
  CREATE INDEX "memberships_child_idx" ON "memberships" USING btree ("child_id");
  CREATE INDEX "memberships_updated_at_idx" ON "memberships" USING btree ("updated_at");
  CREATE INDEX "memberships_created_at_idx" ON "memberships" USING btree ("created_at");
  CREATE INDEX "education_entries_child_idx" ON "education_entries" USING btree ("child_id");
  CREATE INDEX "education_entries_updated_at_idx" ON "education_entries" USING btree ("updated_at");
  CREATE INDEX "education_entries_created_at_idx" ON "education_entries" USING btree ("created_at");
  CREATE INDEX "sibling_links_child_idx" ON "sibling_links" USING btree ("child_id");
  CREATE INDEX "sibling_links_sibling_idx" ON "sibling_links" USING btree ("sibling_id");
  CREATE INDEX "sibling_links_updated_at_idx" ON "sibling_links" USING btree ("updated_at");
  CREATE INDEX "sibling_links_created_at_idx" ON "sibling_links" USING btree ("created_at");
  CREATE INDEX "child_merges_keep_idx" ON "child_merges" USING btree ("keep_id");
  CREATE INDEX "child_merges_leave_idx" ON "child_merges" USING btree ("leave_id");
  CREATE INDEX "child_merges_proposed_by_idx" ON "child_merges" USING btree ("proposed_by_id");
  CREATE INDEX "child_merges_carried_out_by_idx" ON "child_merges" USING btree ("carried_out_by_id");
  CREATE INDEX "child_merges_status_idx" ON "child_merges" USING btree ("status");
  CREATE INDEX "child_merges_updated_at_idx" ON "child_merges" USING btree ("updated_at");
  CREATE INDEX "child_merges_created_at_idx" ON "child_merges" USING btree ("created_at");
  CREATE UNIQUE INDEX "incoming_referrals_reference_idx" ON "incoming_referrals" USING btree ("reference");
  CREATE INDEX "incoming_referrals_child_idx" ON "incoming_referrals" USING btree ("child_id");
  CREATE INDEX "incoming_referrals_linked_by_idx" ON "incoming_referrals" USING btree ("linked_by_id");
  CREATE UNIQUE INDEX "incoming_referrals_link_digest_idx" ON "incoming_referrals" USING btree ("link_digest");
  CREATE INDEX "incoming_referrals_status_idx" ON "incoming_referrals" USING btree ("status");
  CREATE INDEX "incoming_referrals_updated_at_idx" ON "incoming_referrals" USING btree ("updated_at");
  CREATE INDEX "incoming_referrals_created_at_idx" ON "incoming_referrals" USING btree ("created_at");
  CREATE INDEX "referrals_child_idx" ON "referrals" USING btree ("child_id");
  CREATE INDEX "referrals_incoming_idx" ON "referrals" USING btree ("incoming_id");
  CREATE INDEX "referrals_entered_by_idx" ON "referrals" USING btree ("entered_by_id");
  CREATE INDEX "referrals_decided_by_idx" ON "referrals" USING btree ("decided_by_id");
  CREATE INDEX "referrals_status_idx" ON "referrals" USING btree ("status");
  CREATE INDEX "referrals_updated_at_idx" ON "referrals" USING btree ("updated_at");
  CREATE INDEX "referrals_created_at_idx" ON "referrals" USING btree ("created_at");
  CREATE INDEX "view_requests_referral_idx" ON "view_requests" USING btree ("referral_id");
  CREATE INDEX "view_requests_asked_by_idx" ON "view_requests" USING btree ("asked_by_id");
  CREATE UNIQUE INDEX "view_requests_link_digest_idx" ON "view_requests" USING btree ("link_digest");
  CREATE INDEX "view_requests_status_idx" ON "view_requests" USING btree ("status");
  CREATE INDEX "view_requests_updated_at_idx" ON "view_requests" USING btree ("updated_at");
  CREATE INDEX "view_requests_created_at_idx" ON "view_requests" USING btree ("created_at");
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
  CREATE INDEX "goals_child_idx" ON "goals" USING btree ("child_id");
  CREATE INDEX "goals_referral_idx" ON "goals" USING btree ("referral_id");
  CREATE INDEX "goals_barrier_idx" ON "goals" USING btree ("barrier_id");
  CREATE INDEX "goals_updated_at_idx" ON "goals" USING btree ("updated_at");
  CREATE INDEX "goals_created_at_idx" ON "goals" USING btree ("created_at");
  CREATE INDEX "working_list_entries_child_idx" ON "working_list_entries" USING btree ("child_id");
  CREATE INDEX "working_list_entries_import_idx" ON "working_list_entries" USING btree ("import_id");
  CREATE INDEX "working_list_entries_status_idx" ON "working_list_entries" USING btree ("status");
  CREATE INDEX "working_list_entries_updated_at_idx" ON "working_list_entries" USING btree ("updated_at");
  CREATE INDEX "working_list_entries_created_at_idx" ON "working_list_entries" USING btree ("created_at");
  CREATE INDEX "working_list_imports_imported_by_idx" ON "working_list_imports" USING btree ("imported_by_id");
  CREATE INDEX "working_list_imports_updated_at_idx" ON "working_list_imports" USING btree ("updated_at");
  CREATE INDEX "working_list_imports_created_at_idx" ON "working_list_imports" USING btree ("created_at");
  CREATE INDEX "consent_requests_child_idx" ON "consent_requests" USING btree ("child_id");
  CREATE INDEX "consent_requests_guardian_idx" ON "consent_requests" USING btree ("guardian_id");
  CREATE INDEX "consent_requests_asked_by_idx" ON "consent_requests" USING btree ("asked_by_id");
  CREATE UNIQUE INDEX "consent_requests_link_digest_idx" ON "consent_requests" USING btree ("link_digest");
  CREATE INDEX "consent_requests_wording_version_idx" ON "consent_requests" USING btree ("wording_version_id");
  CREATE INDEX "consent_requests_asked_again_for_idx" ON "consent_requests" USING btree ("asked_again_for_id");
  CREATE INDEX "consent_requests_status_idx" ON "consent_requests" USING btree ("status");
  CREATE INDEX "consent_requests_updated_at_idx" ON "consent_requests" USING btree ("updated_at");
  CREATE INDEX "consent_requests_created_at_idx" ON "consent_requests" USING btree ("created_at");
  CREATE INDEX "consent_captures_child_idx" ON "consent_captures" USING btree ("child_id");
  CREATE INDEX "consent_captures_guardian_idx" ON "consent_captures" USING btree ("guardian_id");
  CREATE INDEX "consent_captures_entered_by_idx" ON "consent_captures" USING btree ("entered_by_id");
  CREATE INDEX "consent_captures_confirmed_by_idx" ON "consent_captures" USING btree ("confirmed_by_id");
  CREATE INDEX "consent_captures_wording_version_idx" ON "consent_captures" USING btree ("wording_version_id");
  CREATE INDEX "consent_captures_status_idx" ON "consent_captures" USING btree ("status");
  CREATE INDEX "consent_captures_updated_at_idx" ON "consent_captures" USING btree ("updated_at");
  CREATE INDEX "consent_captures_created_at_idx" ON "consent_captures" USING btree ("created_at");
  CREATE INDEX "call_requests_guardian_idx" ON "call_requests" USING btree ("guardian_id");
  CREATE INDEX "call_requests_consent_request_idx" ON "call_requests" USING btree ("consent_request_id");
  CREATE INDEX "call_requests_rung_by_idx" ON "call_requests" USING btree ("rung_by_id");
  CREATE INDEX "call_requests_status_idx" ON "call_requests" USING btree ("status");
  CREATE INDEX "call_requests_updated_at_idx" ON "call_requests" USING btree ("updated_at");
  CREATE INDEX "call_requests_created_at_idx" ON "call_requests" USING btree ("created_at");
  CREATE INDEX "consents_child_idx" ON "consents" USING btree ("child_id");
  CREATE INDEX "consents_guardian_idx" ON "consents" USING btree ("guardian_id");
  CREATE INDEX "consents_wording_version_idx" ON "consents" USING btree ("wording_version_id");
  CREATE INDEX "consents_capture_idx" ON "consents" USING btree ("capture_id");
  CREATE INDEX "consents_status_idx" ON "consents" USING btree ("status");
  CREATE INDEX "consents_updated_at_idx" ON "consents" USING btree ("updated_at");
  CREATE INDEX "consents_created_at_idx" ON "consents" USING btree ("created_at");
  CREATE INDEX "matches_child_idx" ON "matches" USING btree ("child_id");
  CREATE INDEX "matches_volunteer_idx" ON "matches" USING btree ("volunteer_id");
  CREATE INDEX "matches_proposed_by_idx" ON "matches" USING btree ("proposed_by_id");
  CREATE INDEX "matches_chosen_by_idx" ON "matches" USING btree ("chosen_by_id");
  CREATE INDEX "matches_committee_contact_idx" ON "matches" USING btree ("committee_contact_id");
  CREATE INDEX "matches_parents_met_by_idx" ON "matches" USING btree ("parents_met_by_id");
  CREATE INDEX "matches_risk_accepted_by_idx" ON "matches" USING btree ("risk_accepted_by_id");
  CREATE INDEX "matches_status_idx" ON "matches" USING btree ("status");
  CREATE INDEX "matches_updated_at_idx" ON "matches" USING btree ("updated_at");
  CREATE INDEX "matches_created_at_idx" ON "matches" USING btree ("created_at");
  CREATE INDEX "handovers_match_idx" ON "handovers" USING btree ("match_id");
  CREATE INDEX "handovers_child_idx" ON "handovers" USING btree ("child_id");
  CREATE INDEX "handovers_contact_idx" ON "handovers" USING btree ("contact_id");
  CREATE INDEX "handovers_begun_by_idx" ON "handovers" USING btree ("begun_by_id");
  CREATE INDEX "handovers_status_idx" ON "handovers" USING btree ("status");
  CREATE INDEX "handovers_updated_at_idx" ON "handovers" USING btree ("updated_at");
  CREATE INDEX "handovers_created_at_idx" ON "handovers" USING btree ("created_at");
  CREATE INDEX "meetings_match_idx" ON "meetings" USING btree ("match_id");
  CREATE INDEX "meetings_child_idx" ON "meetings" USING btree ("child_id");
  CREATE INDEX "meetings_volunteer_idx" ON "meetings" USING btree ("volunteer_id");
  CREATE INDEX "meetings_starts_at_idx" ON "meetings" USING btree ("starts_at");
  CREATE INDEX "meetings_second_volunteer_idx" ON "meetings" USING btree ("second_volunteer_id");
  CREATE INDEX "meetings_guardian_idx" ON "meetings" USING btree ("guardian_id");
  CREATE INDEX "meetings_proposed_by_idx" ON "meetings" USING btree ("proposed_by_id");
  CREATE INDEX "meetings_changed_by_idx" ON "meetings" USING btree ("changed_by_id");
  CREATE INDEX "meetings_confirmed_by_idx" ON "meetings" USING btree ("confirmed_by_id");
  CREATE INDEX "meetings_status_idx" ON "meetings" USING btree ("status");
  CREATE INDEX "meetings_updated_at_idx" ON "meetings" USING btree ("updated_at");
  CREATE INDEX "meetings_created_at_idx" ON "meetings" USING btree ("created_at");
  CREATE UNIQUE INDEX "meeting_addresses_meeting_idx" ON "meeting_addresses" USING btree ("meeting_id");
  CREATE INDEX "meeting_addresses_updated_at_idx" ON "meeting_addresses" USING btree ("updated_at");
  CREATE INDEX "meeting_addresses_created_at_idx" ON "meeting_addresses" USING btree ("created_at");
  CREATE INDEX "session_logs_child_idx" ON "session_logs" USING btree ("child_id");
  CREATE INDEX "session_logs_match_idx" ON "session_logs" USING btree ("match_id");
  CREATE INDEX "session_logs_volunteer_idx" ON "session_logs" USING btree ("volunteer_id");
  CREATE UNIQUE INDEX "session_logs_meeting_idx" ON "session_logs" USING btree ("meeting_id");
  CREATE INDEX "session_logs_written_by_idx" ON "session_logs" USING btree ("written_by_id");
  CREATE INDEX "session_logs_status_idx" ON "session_logs" USING btree ("status");
  CREATE INDEX "session_logs_updated_at_idx" ON "session_logs" USING btree ("updated_at");
  CREATE INDEX "session_logs_created_at_idx" ON "session_logs" USING btree ("created_at");
  CREATE INDEX "log_addenda_log_idx" ON "log_addenda" USING btree ("log_id");
  CREATE INDEX "log_addenda_written_by_idx" ON "log_addenda" USING btree ("written_by_id");
  CREATE INDEX "log_addenda_status_idx" ON "log_addenda" USING btree ("status");
  CREATE INDEX "log_addenda_updated_at_idx" ON "log_addenda" USING btree ("updated_at");
  CREATE INDEX "log_addenda_created_at_idx" ON "log_addenda" USING btree ("created_at");
  CREATE UNIQUE INDEX "log_readings_log_idx" ON "log_readings" USING btree ("log_id");
  CREATE INDEX "log_readings_read_by_idx" ON "log_readings" USING btree ("read_by_id");
  CREATE INDEX "log_readings_status_idx" ON "log_readings" USING btree ("status");
  CREATE INDEX "log_readings_updated_at_idx" ON "log_readings" USING btree ("updated_at");
  CREATE INDEX "log_readings_created_at_idx" ON "log_readings" USING btree ("created_at");
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
  CREATE UNIQUE INDEX "volunteers_user_idx" ON "volunteers" USING btree ("user_id");
  CREATE INDEX "volunteers_standing_by_idx" ON "volunteers" USING btree ("standing_by_id");
  CREATE INDEX "volunteers_standing_idx" ON "volunteers" USING btree ("standing");
  CREATE INDEX "volunteers_updated_at_idx" ON "volunteers" USING btree ("updated_at");
  CREATE INDEX "volunteers_created_at_idx" ON "volunteers" USING btree ("created_at");
  CREATE INDEX "availabilities_free_order_idx" ON "availabilities_free" USING btree ("order");
  CREATE INDEX "availabilities_free_parent_idx" ON "availabilities_free" USING btree ("parent_id");
  CREATE INDEX "availabilities_away_order_idx" ON "availabilities_away" USING btree ("_order");
  CREATE INDEX "availabilities_away_parent_id_idx" ON "availabilities_away" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "availabilities_volunteer_idx" ON "availabilities" USING btree ("volunteer_id");
  CREATE INDEX "availabilities_updated_at_idx" ON "availabilities" USING btree ("updated_at");
  CREATE INDEX "availabilities_created_at_idx" ON "availabilities" USING btree ("created_at");
  CREATE INDEX "vetting_records_volunteer_idx" ON "vetting_records" USING btree ("volunteer_id");
  CREATE INDEX "vetting_records_kind_idx" ON "vetting_records" USING btree ("kind");
  CREATE INDEX "vetting_records_seen_by_idx" ON "vetting_records" USING btree ("seen_by_id");
  CREATE INDEX "vetting_records_status_idx" ON "vetting_records" USING btree ("status");
  CREATE INDEX "vetting_records_updated_at_idx" ON "vetting_records" USING btree ("updated_at");
  CREATE INDEX "vetting_records_created_at_idx" ON "vetting_records" USING btree ("created_at");
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
  CREATE INDEX "pause_requests_volunteer_idx" ON "pause_requests" USING btree ("volunteer_id");
  CREATE INDEX "pause_requests_status_idx" ON "pause_requests" USING btree ("status");
  CREATE INDEX "pause_requests_updated_at_idx" ON "pause_requests" USING btree ("updated_at");
  CREATE INDEX "pause_requests_created_at_idx" ON "pause_requests" USING btree ("created_at");
  CREATE INDEX "capacity_overrides_volunteer_idx" ON "capacity_overrides" USING btree ("volunteer_id");
  CREATE INDEX "capacity_overrides_proposed_by_idx" ON "capacity_overrides" USING btree ("proposed_by_id");
  CREATE INDEX "capacity_overrides_decided_by_idx" ON "capacity_overrides" USING btree ("decided_by_id");
  CREATE INDEX "capacity_overrides_status_idx" ON "capacity_overrides" USING btree ("status");
  CREATE INDEX "capacity_overrides_updated_at_idx" ON "capacity_overrides" USING btree ("updated_at");
  CREATE INDEX "capacity_overrides_created_at_idx" ON "capacity_overrides" USING btree ("created_at");
  CREATE UNIQUE INDEX "policies_kind_idx" ON "policies" USING btree ("kind");
  CREATE INDEX "policies_updated_at_idx" ON "policies" USING btree ("updated_at");
  CREATE INDEX "policies_created_at_idx" ON "policies" USING btree ("created_at");
  CREATE INDEX "policy_versions_policy_idx" ON "policy_versions" USING btree ("policy_id");
  CREATE INDEX "policy_versions_author_idx" ON "policy_versions" USING btree ("author_id");
  CREATE INDEX "policy_versions_adopted_by_user_idx" ON "policy_versions" USING btree ("adopted_by_user_id");
  CREATE INDEX "policy_versions_status_idx" ON "policy_versions" USING btree ("status");
  CREATE INDEX "policy_versions_updated_at_idx" ON "policy_versions" USING btree ("updated_at");
  CREATE INDEX "policy_versions_created_at_idx" ON "policy_versions" USING btree ("created_at");
  CREATE INDEX "policy_translations_version_idx" ON "policy_translations" USING btree ("version_id");
  CREATE INDEX "policy_translations_author_idx" ON "policy_translations" USING btree ("author_id");
  CREATE INDEX "policy_translations_adopted_by_user_idx" ON "policy_translations" USING btree ("adopted_by_user_id");
  CREATE INDEX "policy_translations_status_idx" ON "policy_translations" USING btree ("status");
  CREATE INDEX "policy_translations_updated_at_idx" ON "policy_translations" USING btree ("updated_at");
  CREATE INDEX "policy_translations_created_at_idx" ON "policy_translations" USING btree ("created_at");
  CREATE INDEX "policy_acceptances_version_idx" ON "policy_acceptances" USING btree ("version_id");
  CREATE INDEX "policy_acceptances_user_idx" ON "policy_acceptances" USING btree ("user_id");
  CREATE INDEX "policy_acceptances_status_idx" ON "policy_acceptances" USING btree ("status");
  CREATE INDEX "policy_acceptances_updated_at_idx" ON "policy_acceptances" USING btree ("updated_at");
  CREATE INDEX "policy_acceptances_created_at_idx" ON "policy_acceptances" USING btree ("created_at");
  CREATE INDEX "directory_entries_category_idx" ON "directory_entries" USING btree ("category_id");
  CREATE INDEX "directory_entries_checked_by_idx" ON "directory_entries" USING btree ("checked_by_id");
  CREATE INDEX "directory_entries_status_idx" ON "directory_entries" USING btree ("status");
  CREATE INDEX "directory_entries_updated_at_idx" ON "directory_entries" USING btree ("updated_at");
  CREATE INDEX "directory_entries_created_at_idx" ON "directory_entries" USING btree ("created_at");
  CREATE INDEX "directory_suggestions_entry_idx" ON "directory_suggestions" USING btree ("entry_id");
  CREATE INDEX "directory_suggestions_category_idx" ON "directory_suggestions" USING btree ("category_id");
  CREATE INDEX "directory_suggestions_suggested_by_idx" ON "directory_suggestions" USING btree ("suggested_by_id");
  CREATE INDEX "directory_suggestions_answered_by_idx" ON "directory_suggestions" USING btree ("answered_by_id");
  CREATE INDEX "directory_suggestions_status_idx" ON "directory_suggestions" USING btree ("status");
  CREATE INDEX "directory_suggestions_updated_at_idx" ON "directory_suggestions" USING btree ("updated_at");
  CREATE INDEX "directory_suggestions_created_at_idx" ON "directory_suggestions" USING btree ("created_at");
  CREATE UNIQUE INDEX "directory_categories_name_idx" ON "directory_categories" USING btree ("name");
  CREATE INDEX "directory_categories_updated_at_idx" ON "directory_categories" USING btree ("updated_at");
  CREATE INDEX "directory_categories_created_at_idx" ON "directory_categories" USING btree ("created_at");
  CREATE UNIQUE INDEX "guidance_pages_address_idx" ON "guidance_pages" USING btree ("address");
  CREATE INDEX "guidance_pages_status_idx" ON "guidance_pages" USING btree ("status");
  CREATE INDEX "guidance_pages_updated_at_idx" ON "guidance_pages" USING btree ("updated_at");
  CREATE INDEX "guidance_pages_created_at_idx" ON "guidance_pages" USING btree ("created_at");
  CREATE UNIQUE INDEX "programme_values_name_idx" ON "programme_values" USING btree ("name");
  CREATE INDEX "programme_values_updated_at_idx" ON "programme_values" USING btree ("updated_at");
  CREATE INDEX "programme_values_created_at_idx" ON "programme_values" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE INDEX "account_changes_user_idx" ON "account_changes" USING btree ("user_id");
  CREATE INDEX "account_changes_volunteer_idx" ON "account_changes" USING btree ("volunteer_id");
  CREATE INDEX "account_changes_proposed_by_idx" ON "account_changes" USING btree ("proposed_by_id");
  CREATE INDEX "account_changes_decided_by_idx" ON "account_changes" USING btree ("decided_by_id");
  CREATE UNIQUE INDEX "account_changes_present_link_digest_idx" ON "account_changes" USING btree ("present_link_digest");
  CREATE UNIQUE INDEX "account_changes_new_link_digest_idx" ON "account_changes" USING btree ("new_link_digest");
  CREATE INDEX "account_changes_status_idx" ON "account_changes" USING btree ("status");
  CREATE INDEX "account_changes_updated_at_idx" ON "account_changes" USING btree ("updated_at");
  CREATE INDEX "account_changes_created_at_idx" ON "account_changes" USING btree ("created_at");
  CREATE INDEX "role_grants_user_idx" ON "role_grants" USING btree ("user_id");
  CREATE INDEX "role_grants_updated_at_idx" ON "role_grants" USING btree ("updated_at");
  CREATE INDEX "role_grants_created_at_idx" ON "role_grants" USING btree ("created_at");
  CREATE INDEX "designations_holder_idx" ON "designations" USING btree ("holder_id");
  CREATE INDEX "designations_cover_idx" ON "designations" USING btree ("cover_id");
  CREATE INDEX "designations_updated_at_idx" ON "designations" USING btree ("updated_at");
  CREATE INDEX "designations_created_at_idx" ON "designations" USING btree ("created_at");
  CREATE UNIQUE INDEX "support_levels_place_idx" ON "support_levels" USING btree ("place");
  CREATE INDEX "support_levels_updated_at_idx" ON "support_levels" USING btree ("updated_at");
  CREATE INDEX "support_levels_created_at_idx" ON "support_levels" USING btree ("created_at");
  CREATE INDEX "notifications_recipient_user_idx" ON "notifications" USING btree ("recipient_user_id");
  CREATE INDEX "notifications_recipient_guardian_idx" ON "notifications" USING btree ("recipient_guardian_id");
  CREATE INDEX "notifications_subject_record_idx" ON "notifications" USING btree ("subject_record");
  CREATE INDEX "notifications_state_idx" ON "notifications" USING btree ("state");
  CREATE UNIQUE INDEX "notifications_dedupe_key_idx" ON "notifications" USING btree ("dedupe_key");
  CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("updated_at");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE UNIQUE INDEX "audit_events_sequence_idx" ON "audit_events" USING btree ("sequence");
  CREATE INDEX "audit_events_occurred_at_idx" ON "audit_events" USING btree ("occurred_at");
  CREATE INDEX "audit_events_actor_id_idx" ON "audit_events" USING btree ("actor_id");
  CREATE INDEX "audit_events_record_id_idx" ON "audit_events" USING btree ("record_id");
  CREATE INDEX "audit_events_updated_at_idx" ON "audit_events" USING btree ("updated_at");
  CREATE INDEX "audit_events_created_at_idx" ON "audit_events" USING btree ("created_at");
  CREATE UNIQUE INDEX "form_drafts_digest_idx" ON "form_drafts" USING btree ("digest");
  CREATE UNIQUE INDEX "form_drafts_link_digest_idx" ON "form_drafts" USING btree ("link_digest");
  CREATE INDEX "form_drafts_email_idx" ON "form_drafts" USING btree ("email");
  CREATE INDEX "form_drafts_ends_at_idx" ON "form_drafts" USING btree ("ends_at");
  CREATE INDEX "form_drafts_updated_at_idx" ON "form_drafts" USING btree ("updated_at");
  CREATE INDEX "form_drafts_created_at_idx" ON "form_drafts" USING btree ("created_at");
  CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");
  CREATE UNIQUE INDEX "sessions_token_digest_idx" ON "sessions" USING btree ("token_digest");
  CREATE INDEX "sessions_updated_at_idx" ON "sessions" USING btree ("updated_at");
  CREATE INDEX "sessions_created_at_idx" ON "sessions" USING btree ("created_at");
  CREATE UNIQUE INDEX "credentials_user_idx" ON "credentials" USING btree ("user_id");
  CREATE INDEX "credentials_updated_at_idx" ON "credentials" USING btree ("updated_at");
  CREATE INDEX "credentials_created_at_idx" ON "credentials" USING btree ("created_at");
  CREATE INDEX "sign_in_links_user_idx" ON "sign_in_links" USING btree ("user_id");
  CREATE UNIQUE INDEX "sign_in_links_digest_idx" ON "sign_in_links" USING btree ("digest");
  CREATE INDEX "sign_in_links_updated_at_idx" ON "sign_in_links" USING btree ("updated_at");
  CREATE INDEX "sign_in_links_created_at_idx" ON "sign_in_links" USING btree ("created_at");
  CREATE INDEX "referral_words_incoming_idx" ON "referral_words" USING btree ("incoming_id");
  CREATE INDEX "referral_words_referral_idx" ON "referral_words" USING btree ("referral_id");
  CREATE INDEX "referral_words_updated_at_idx" ON "referral_words" USING btree ("updated_at");
  CREATE INDEX "referral_words_created_at_idx" ON "referral_words" USING btree ("created_at");
  CREATE INDEX "referral_voices_referral_idx" ON "referral_voices" USING btree ("referral_id");
  CREATE INDEX "referral_voices_by_idx" ON "referral_voices" USING btree ("by_id");
  CREATE INDEX "referral_voices_updated_at_idx" ON "referral_voices" USING btree ("updated_at");
  CREATE INDEX "referral_voices_created_at_idx" ON "referral_voices" USING btree ("created_at");
  CREATE INDEX "interview_notes_application_idx" ON "interview_notes" USING btree ("application_id");
  CREATE INDEX "interview_notes_written_by_idx" ON "interview_notes" USING btree ("written_by_id");
  CREATE INDEX "interview_notes_updated_at_idx" ON "interview_notes" USING btree ("updated_at");
  CREATE INDEX "interview_notes_created_at_idx" ON "interview_notes" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "children_stages" CASCADE;
  DROP TABLE "children" CASCADE;
  DROP TABLE "families" CASCADE;
  DROP TABLE "guardians" CASCADE;
  DROP TABLE "key_workers" CASCADE;
  DROP TABLE "child_backgrounds" CASCADE;
  DROP TABLE "medical_needs" CASCADE;
  DROP TABLE "memberships" CASCADE;
  DROP TABLE "education_entries" CASCADE;
  DROP TABLE "sibling_links" CASCADE;
  DROP TABLE "child_merges" CASCADE;
  DROP TABLE "incoming_referrals" CASCADE;
  DROP TABLE "referrals" CASCADE;
  DROP TABLE "view_requests" CASCADE;
  DROP TABLE "plans" CASCADE;
  DROP TABLE "plans_rels" CASCADE;
  DROP TABLE "plan_parts" CASCADE;
  DROP TABLE "barriers" CASCADE;
  DROP TABLE "goals" CASCADE;
  DROP TABLE "working_list_entries" CASCADE;
  DROP TABLE "working_list_imports" CASCADE;
  DROP TABLE "consent_requests" CASCADE;
  DROP TABLE "consent_captures" CASCADE;
  DROP TABLE "call_requests" CASCADE;
  DROP TABLE "consents" CASCADE;
  DROP TABLE "matches" CASCADE;
  DROP TABLE "handovers" CASCADE;
  DROP TABLE "meetings" CASCADE;
  DROP TABLE "meeting_addresses" CASCADE;
  DROP TABLE "session_logs" CASCADE;
  DROP TABLE "log_addenda" CASCADE;
  DROP TABLE "log_readings" CASCADE;
  DROP TABLE "applications" CASCADE;
  DROP TABLE "applications_rels" CASCADE;
  DROP TABLE "volunteer_references" CASCADE;
  DROP TABLE "reference_answers" CASCADE;
  DROP TABLE "self_declarations" CASCADE;
  DROP TABLE "volunteers" CASCADE;
  DROP TABLE "availabilities_free" CASCADE;
  DROP TABLE "availabilities_away" CASCADE;
  DROP TABLE "availabilities" CASCADE;
  DROP TABLE "vetting_records" CASCADE;
  DROP TABLE "dbs_disclosures" CASCADE;
  DROP TABLE "dbs_status_checks" CASCADE;
  DROP TABLE "trainings" CASCADE;
  DROP TABLE "training_kinds" CASCADE;
  DROP TABLE "pause_requests" CASCADE;
  DROP TABLE "capacity_overrides" CASCADE;
  DROP TABLE "policies" CASCADE;
  DROP TABLE "policy_versions" CASCADE;
  DROP TABLE "policy_translations" CASCADE;
  DROP TABLE "policy_acceptances" CASCADE;
  DROP TABLE "directory_entries" CASCADE;
  DROP TABLE "directory_suggestions" CASCADE;
  DROP TABLE "directory_categories" CASCADE;
  DROP TABLE "guidance_pages" CASCADE;
  DROP TABLE "programme_values" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "account_changes" CASCADE;
  DROP TABLE "role_grants" CASCADE;
  DROP TABLE "designations" CASCADE;
  DROP TABLE "support_levels" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "audit_events" CASCADE;
  DROP TABLE "form_drafts" CASCADE;
  DROP TABLE "sessions" CASCADE;
  DROP TABLE "credentials" CASCADE;
  DROP TABLE "sign_in_links" CASCADE;
  DROP TABLE "referral_words" CASCADE;
  DROP TABLE "referral_voices" CASCADE;
  DROP TABLE "interview_notes" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "programme_settings" CASCADE;
  DROP TYPE "public"."enum_children_stages";
  DROP TYPE "public"."enum_guardians_contact_rule";
  DROP TYPE "public"."enum_guardians_preferred_way";
  DROP TYPE "public"."enum_guardians_form_language";
  DROP TYPE "public"."enum_education_entries_status";
  DROP TYPE "public"."enum_sibling_links_kind";
  DROP TYPE "public"."enum_child_merges_status";
  DROP TYPE "public"."enum_incoming_referrals_member_answer";
  DROP TYPE "public"."enum_incoming_referrals_source";
  DROP TYPE "public"."enum_incoming_referrals_family_agrees";
  DROP TYPE "public"."enum_incoming_referrals_status";
  DROP TYPE "public"."enum_referrals_source";
  DROP TYPE "public"."enum_referrals_status";
  DROP TYPE "public"."enum_view_requests_asked_group";
  DROP TYPE "public"."enum_view_requests_status";
  DROP TYPE "public"."enum_plan_parts_kind";
  DROP TYPE "public"."enum_plan_parts_state";
  DROP TYPE "public"."enum_barriers_remedy";
  DROP TYPE "public"."enum_barriers_status";
  DROP TYPE "public"."enum_goals_aim";
  DROP TYPE "public"."enum_working_list_entries_status";
  DROP TYPE "public"."enum_consent_requests_answered_by";
  DROP TYPE "public"."enum_consent_requests_wording_language";
  DROP TYPE "public"."enum_consent_requests_status";
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
  DROP TYPE "public"."enum_consent_captures_wording_language";
  DROP TYPE "public"."enum_consent_captures_status";
  DROP TYPE "public"."enum_call_requests_status";
  DROP TYPE "public"."enum_consents_item";
  DROP TYPE "public"."enum_consents_answer";
  DROP TYPE "public"."enum_consents_method";
  DROP TYPE "public"."enum_consents_status";
  DROP TYPE "public"."enum_matches_frequency";
  DROP TYPE "public"."enum_matches_school";
  DROP TYPE "public"."enum_matches_status";
  DROP TYPE "public"."enum_handovers_status";
  DROP TYPE "public"."enum_meetings_kind";
  DROP TYPE "public"."enum_meetings_place_kind";
  DROP TYPE "public"."enum_meetings_agreed_way";
  DROP TYPE "public"."enum_meetings_status";
  DROP TYPE "public"."enum_session_logs_status";
  DROP TYPE "public"."enum_log_addenda_status";
  DROP TYPE "public"."enum_log_readings_status";
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
  DROP TYPE "public"."enum_volunteers_standing";
  DROP TYPE "public"."enum_availabilities_free";
  DROP TYPE "public"."enum_vetting_records_kind";
  DROP TYPE "public"."enum_vetting_records_scheme";
  DROP TYPE "public"."enum_vetting_records_workforce";
  DROP TYPE "public"."enum_vetting_records_level";
  DROP TYPE "public"."enum_vetting_records_status";
  DROP TYPE "public"."enum_dbs_disclosures_status";
  DROP TYPE "public"."enum_dbs_status_checks_result";
  DROP TYPE "public"."enum_dbs_status_checks_status";
  DROP TYPE "public"."enum_trainings_status";
  DROP TYPE "public"."enum_pause_requests_wish";
  DROP TYPE "public"."enum_pause_requests_status";
  DROP TYPE "public"."enum_capacity_overrides_status";
  DROP TYPE "public"."enum_policies_kind";
  DROP TYPE "public"."enum_policy_versions_status";
  DROP TYPE "public"."enum_policy_translations_language";
  DROP TYPE "public"."enum_policy_translations_status";
  DROP TYPE "public"."enum_policy_acceptances_status";
  DROP TYPE "public"."enum_directory_entries_cost";
  DROP TYPE "public"."enum_directory_entries_status";
  DROP TYPE "public"."enum_directory_suggestions_kind";
  DROP TYPE "public"."enum_directory_suggestions_status";
  DROP TYPE "public"."enum_guidance_pages_status";
  DROP TYPE "public"."enum_users_standing";
  DROP TYPE "public"."enum_account_changes_kind";
  DROP TYPE "public"."enum_account_changes_role";
  DROP TYPE "public"."enum_account_changes_status";
  DROP TYPE "public"."enum_role_grants_role";
  DROP TYPE "public"."enum_designations_designation";
  DROP TYPE "public"."enum_notifications_state";
  DROP TYPE "public"."enum_sign_in_links_purpose";
  DROP TYPE "public"."enum_referral_words_kind";
  DROP TYPE "public"."enum_referral_voices_kind";`)
}
