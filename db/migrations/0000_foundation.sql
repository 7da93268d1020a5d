CREATE TABLE "analysis_runs" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"site_scope" text NOT NULL,
	"specification" jsonb NOT NULL,
	"specification_hash" text NOT NULL,
	"data_hash" text NOT NULL,
	"code_version" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"progress" real DEFAULT 0 NOT NULL,
	"result" jsonb,
	"failure" text,
	"requested_by" text,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "analysis_runs_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "analysis_runs_input" UNIQUE("organisation_id","study_id","site_scope","specification_hash","data_hash","code_version")
);
--> statement-breakpoint
CREATE TABLE "completion_receipts" (
	"organisation_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	CONSTRAINT "completion_receipts_organisation_id_invitation_id_pk" PRIMARY KEY("organisation_id","invitation_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"organisation_id" uuid NOT NULL,
	"study_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"ballot_hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"saves" integer DEFAULT 0 NOT NULL,
	"started_on" date NOT NULL,
	"saved_on" date NOT NULL,
	CONSTRAINT "drafts_organisation_id_ballot_hash_pk" PRIMARY KEY("organisation_id","ballot_hash")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"organisation_id" uuid NOT NULL,
	"study_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"ballot_hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"submitted_on" date NOT NULL,
	CONSTRAINT "inbox_organisation_id_ballot_hash_pk" PRIMARY KEY("organisation_id","ballot_hash")
);
--> statement-breakpoint
CREATE TABLE "used_ballots" (
	"organisation_id" uuid NOT NULL,
	"study_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"ballot_hash" text NOT NULL,
	CONSTRAINT "used_ballots_organisation_id_ballot_hash_pk" PRIMARY KEY("organisation_id","ballot_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"organisation_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_organisation_id_number_pk" PRIMARY KEY("organisation_id","number")
);
--> statement-breakpoint
CREATE TABLE "deletion_records" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rows" integer NOT NULL,
	"rule" text NOT NULL,
	"deleted_on" date NOT NULL,
	CONSTRAINT "deletion_records_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "instrument_versions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"instrument_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"document" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"equivalence" text,
	"equivalence_note" text,
	"published_by" text,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "instrument_versions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "instrument_versions_number" UNIQUE("organisation_id","instrument_id","number")
);
--> statement-breakpoint
CREATE TABLE "instruments" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "instruments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "instruments_slug" UNIQUE("organisation_id","slug")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"token_hash" text NOT NULL,
	"consumed" boolean DEFAULT false NOT NULL,
	"completed" boolean DEFAULT false NOT NULL,
	"reissued" integer DEFAULT 0 NOT NULL,
	"invited_on" date NOT NULL,
	CONSTRAINT "invitations_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_email" UNIQUE("organisation_id","wave_id","email")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"language" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "study_links" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"code" text NOT NULL,
	"site_id" uuid,
	"language" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "study_links_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "study_links_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "member_invitations" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"all_sites" boolean NOT NULL,
	"site_ids" uuid[] NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_invitations_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "member_invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "membership_sites" (
	"organisation_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	CONSTRAINT "membership_sites_organisation_id_membership_id_site_id_pk" PRIMARY KEY("organisation_id","membership_id","site_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"all_sites" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "memberships_user" UNIQUE("organisation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"contact" text NOT NULL,
	"origin" text DEFAULT 'real' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"archived_on" date,
	CONSTRAINT "sites_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "sites_name" UNIQUE("organisation_id","name")
);
--> statement-breakpoint
CREATE TABLE "pseudonym_keys" (
	"organisation_id" uuid NOT NULL,
	"pseudonym_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	CONSTRAINT "pseudonym_keys_organisation_id_pseudonym_id_pk" PRIMARY KEY("organisation_id","pseudonym_id")
);
--> statement-breakpoint
CREATE TABLE "response_imports" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"rows" integer NOT NULL,
	"imported_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "response_imports_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"language" text NOT NULL,
	"register" text NOT NULL,
	"completion_mode" text NOT NULL,
	"origin" text NOT NULL,
	"day" date NOT NULL,
	"answers" jsonb NOT NULL,
	"item_codes" smallint[] NOT NULL,
	"covariates" jsonb NOT NULL,
	"scoring_recipe_version" text NOT NULL,
	"speed_band" text,
	"seed" integer,
	"consent_version_id" uuid,
	"import_id" uuid,
	"link_hash" text,
	"pseudonym_id" uuid,
	"invitation_id" uuid,
	CONSTRAINT "responses_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true,
	"user_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consent_versions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"texts" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_versions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "consent_versions_number" UNIQUE("organisation_id","study_id","number")
);
--> statement-breakpoint
CREATE TABLE "studies" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" jsonb NOT NULL,
	"instrument_version_id" uuid NOT NULL,
	"languages" text[] NOT NULL,
	"covariates" text[] NOT NULL,
	"response_mode" text NOT NULL,
	"minimum_cell_size" integer DEFAULT 10 NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"is_pilot" boolean DEFAULT false NOT NULL,
	"linking_secret" text NOT NULL,
	"draft_retention_days" integer DEFAULT 30 NOT NULL,
	"retention_months" integer DEFAULT 60 NOT NULL,
	"retention_hold" text,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "studies_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "study_sites" (
	"organisation_id" uuid NOT NULL,
	"study_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	CONSTRAINT "study_sites_organisation_id_study_id_site_id_pk" PRIMARY KEY("organisation_id","study_id","site_id")
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"opens_on" date,
	"closes_on" date,
	"abandoned" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "waves_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "waves_number" UNIQUE("organisation_id","study_id","number")
);
--> statement-breakpoint
ALTER TABLE "analysis_runs" ADD CONSTRAINT "analysis_runs_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_organisation_id_wave_id_waves_organisation_id_id_fk" FOREIGN KEY ("organisation_id","wave_id") REFERENCES "public"."waves"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_organisation_id_wave_id_waves_organisation_id_id_fk" FOREIGN KEY ("organisation_id","wave_id") REFERENCES "public"."waves"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "used_ballots" ADD CONSTRAINT "used_ballots_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_versions" ADD CONSTRAINT "instrument_versions_organisation_id_instrument_id_instruments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","instrument_id") REFERENCES "public"."instruments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_wave_id_waves_organisation_id_id_fk" FOREIGN KEY ("organisation_id","wave_id") REFERENCES "public"."waves"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_site_id_sites_organisation_id_id_fk" FOREIGN KEY ("organisation_id","site_id") REFERENCES "public"."sites"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_links" ADD CONSTRAINT "study_links_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_links" ADD CONSTRAINT "study_links_organisation_id_site_id_sites_organisation_id_id_fk" FOREIGN KEY ("organisation_id","site_id") REFERENCES "public"."sites"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_sites" ADD CONSTRAINT "membership_sites_organisation_id_membership_id_memberships_organisation_id_id_fk" FOREIGN KEY ("organisation_id","membership_id") REFERENCES "public"."memberships"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_sites" ADD CONSTRAINT "membership_sites_organisation_id_site_id_sites_organisation_id_id_fk" FOREIGN KEY ("organisation_id","site_id") REFERENCES "public"."sites"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pseudonym_keys" ADD CONSTRAINT "pseudonym_keys_organisation_id_invitation_id_invitations_organisation_id_id_fk" FOREIGN KEY ("organisation_id","invitation_id") REFERENCES "public"."invitations"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_imports" ADD CONSTRAINT "response_imports_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_organisation_id_wave_id_waves_organisation_id_id_fk" FOREIGN KEY ("organisation_id","wave_id") REFERENCES "public"."waves"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_organisation_id_site_id_sites_organisation_id_id_fk" FOREIGN KEY ("organisation_id","site_id") REFERENCES "public"."sites"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_versions" ADD CONSTRAINT "consent_versions_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "studies" ADD CONSTRAINT "studies_organisation_id_instrument_version_id_instrument_versions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","instrument_version_id") REFERENCES "public"."instrument_versions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_sites" ADD CONSTRAINT "study_sites_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_sites" ADD CONSTRAINT "study_sites_organisation_id_site_id_sites_organisation_id_id_fk" FOREIGN KEY ("organisation_id","site_id") REFERENCES "public"."sites"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_wave" ON "drafts" USING btree ("organisation_id","wave_id");--> statement-breakpoint
CREATE INDEX "inbox_wave" ON "inbox" USING btree ("organisation_id","wave_id");--> statement-breakpoint
CREATE INDEX "used_ballots_wave" ON "used_ballots" USING btree ("organisation_id","wave_id");--> statement-breakpoint
CREATE INDEX "outbox_state" ON "outbox" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "responses_wave" ON "responses" USING btree ("organisation_id","study_id","wave_id");--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_user" ON "two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "waves_study" ON "waves" USING btree ("organisation_id","study_id");