CREATE TABLE "activities" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"site_id" uuid,
	"title" jsonb NOT NULL,
	"aim" jsonb NOT NULL,
	"informs" text NOT NULL,
	"informed_name" text NOT NULL,
	"stage" text NOT NULL,
	"influence" text NOT NULL,
	"outputs_owner" jsonb NOT NULL,
	"out_of_scope" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"ended_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activities_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "activity_sessions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"activity_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"place" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"patients" integer NOT NULL,
	"carers" integer NOT NULL,
	"public_members" integer NOT NULL,
	"staff" integer NOT NULL,
	"access_provided" text NOT NULL,
	"minutes" text NOT NULL,
	"cost_minor" integer DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activity_sessions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "contribution_drafts" (
	"organisation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"text" text NOT NULL,
	"value" real,
	"saved_on" date NOT NULL,
	CONSTRAINT "contribution_drafts_organisation_id_member_id_prompt_id_pk" PRIMARY KEY("organisation_id","member_id","prompt_id")
);
--> statement-breakpoint
CREATE TABLE "contribution_events" (
	"organisation_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"panel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"note" text DEFAULT '' NOT NULL,
	"by" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contribution_events_organisation_id_contribution_id_number_pk" PRIMARY KEY("organisation_id","contribution_id","number")
);
--> statement-breakpoint
CREATE TABLE "contribution_originals" (
	"organisation_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"text" text NOT NULL,
	"names" text[] NOT NULL,
	"spans" jsonb NOT NULL,
	CONSTRAINT "contribution_originals_organisation_id_contribution_id_pk" PRIMARY KEY("organisation_id","contribution_id")
);
--> statement-breakpoint
CREATE TABLE "contribution_translations" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"contribution_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"origin" text NOT NULL,
	"by" text NOT NULL,
	"checked_by" text,
	"checked_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contribution_translations_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "contribution_translations_language" UNIQUE("organisation_id","contribution_id","language")
);
--> statement-breakpoint
CREATE TABLE "contributions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"consent_purpose" text NOT NULL,
	"consent_granted" boolean DEFAULT true NOT NULL,
	"language" text NOT NULL,
	"register" text NOT NULL,
	"mode" text DEFAULT 'self' NOT NULL,
	"scribe" text,
	"read_back_on" date,
	"state" text DEFAULT 'received' NOT NULL,
	"text" text,
	"value" real,
	"revision" integer DEFAULT 1 NOT NULL,
	"sent_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contributions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "contributions_prompt" UNIQUE("organisation_id","member_id","prompt_id"),
	CONSTRAINT "contributions_consent" CHECK ("contributions"."consent_purpose" = 'read' and "contributions"."consent_granted"),
	CONSTRAINT "contributions_scribe" CHECK (("contributions"."mode" = 'self') = ("contributions"."scribe" is null) and ("contributions"."scribe" is null) = ("contributions"."read_back_on" is null)),
	CONSTRAINT "contributions_text" CHECK (("contributions"."state" in ('received', 'withdrawn')) = ("contributions"."text" is null))
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"consent_purpose" text NOT NULL,
	"consent_granted" boolean DEFAULT true NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quotes_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "quotes_span" UNIQUE("organisation_id","contribution_id","start","end"),
	CONSTRAINT "quotes_consent" CHECK ("quotes"."consent_purpose" = 'quote' and "quotes"."consent_granted"),
	CONSTRAINT "quotes_order" CHECK ("quotes"."start" >= 0 and "quotes"."end" > "quotes"."start")
);
--> statement-breakpoint
CREATE TABLE "safeguarding_concerns" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"contribution_id" uuid,
	"source" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_by" text,
	"closed_at" timestamp with time zone,
	"action" text DEFAULT '' NOT NULL,
	CONSTRAINT "safeguarding_concerns_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "safeguarding_concerns_source" UNIQUE("organisation_id","contribution_id","source")
);
--> statement-breakpoint
CREATE TABLE "panel_draw_candidates" (
	"organisation_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"probability" real NOT NULL,
	"selected" boolean NOT NULL,
	CONSTRAINT "panel_draw_candidates_organisation_id_draw_id_member_id_pk" PRIMARY KEY("organisation_id","draw_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "panel_draws" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"seed" text NOT NULL,
	"seats" integer NOT NULL,
	"quotas" jsonb NOT NULL,
	"pool_hash" text NOT NULL,
	"reason" text,
	"drawn_by" text NOT NULL,
	"drawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_draws_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_draws_number" UNIQUE("organisation_id","panel_id","number")
);
--> statement-breakpoint
CREATE TABLE "panel_askings" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"round_id" uuid,
	"session_id" uuid,
	"minutes" integer NOT NULL,
	"asked_on" date NOT NULL,
	"done_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_askings_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_askings_round" UNIQUE("organisation_id","member_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "panel_consents" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"consent_version_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"granted" boolean NOT NULL,
	"basis" text NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_consents_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_consents_number" UNIQUE("organisation_id","member_id","purpose","number"),
	CONSTRAINT "panel_consents_granted" UNIQUE("organisation_id","id","member_id","purpose","granted")
);
--> statement-breakpoint
CREATE TABLE "panel_contacts" (
	"organisation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"agreed_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "panel_contacts_organisation_id_member_id_pk" PRIMARY KEY("organisation_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "panel_member_bands" (
	"organisation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"stratum_id" uuid NOT NULL,
	"band" text NOT NULL,
	"expires_on" date NOT NULL,
	CONSTRAINT "panel_member_bands_organisation_id_member_id_stratum_id_pk" PRIMARY KEY("organisation_id","member_id","stratum_id")
);
--> statement-breakpoint
CREATE TABLE "panel_members" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"language" text NOT NULL,
	"register" text DEFAULT 'standard' NOT NULL,
	"state" text DEFAULT 'candidate' NOT NULL,
	"consent_basis" text DEFAULT 'own' NOT NULL,
	"link_hash" text,
	"link_used" boolean DEFAULT false NOT NULL,
	"link_number" integer DEFAULT 0 NOT NULL,
	"joined_on" date NOT NULL,
	"left_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "panel_members_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_members_link_hash_unique" UNIQUE("link_hash"),
	CONSTRAINT "panel_members_number" UNIQUE("organisation_id","panel_id","number")
);
--> statement-breakpoint
CREATE TABLE "panel_needs" (
	"organisation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"needs" text[] NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "panel_needs_organisation_id_member_id_pk" PRIMARY KEY("organisation_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "panel_payments" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rate_id" uuid,
	"description" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"offered_on" date NOT NULL,
	"answered_on" date,
	"paid_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "panel_payments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "payment_rates" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"role" text NOT NULL,
	"unit" text NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"valid_from" date NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_rates_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "panel_credits" (
	"organisation_id" uuid NOT NULL,
	"output_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	CONSTRAINT "panel_credits_organisation_id_output_id_member_id_pk" PRIMARY KEY("organisation_id","output_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "panel_narratives" (
	"organisation_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"item" text NOT NULL,
	"text" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"written_by" text NOT NULL,
	CONSTRAINT "panel_narratives_organisation_id_panel_id_item_pk" PRIMARY KEY("organisation_id","panel_id","item")
);
--> statement-breakpoint
CREATE TABLE "panel_outputs" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"published_on" date,
	"acknowledgement" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_outputs_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "panel_report_contributions" (
	"organisation_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	CONSTRAINT "panel_report_contributions_organisation_id_report_id_contribution_id_pk" PRIMARY KEY("organisation_id","report_id","contribution_id")
);
--> statement-breakpoint
CREATE TABLE "panel_reports" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"prompt_id" uuid,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"published_on" date NOT NULL,
	"published_by" text NOT NULL,
	"superseded_on" date,
	CONSTRAINT "panel_reports_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_reports_number" UNIQUE("organisation_id","panel_id","number")
);
--> statement-breakpoint
CREATE TABLE "panel_prompts" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text DEFAULT 'free-text' NOT NULL,
	"text" jsonb NOT NULL,
	"easy_read" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"about" jsonb,
	CONSTRAINT "panel_prompts_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_prompts_position" UNIQUE("organisation_id","round_id","position")
);
--> statement-breakpoint
CREATE TABLE "panel_rating_marks" (
	"organisation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	CONSTRAINT "panel_rating_marks_organisation_id_round_id_member_id_pk" PRIMARY KEY("organisation_id","round_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "panel_ratings" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"codes" smallint[] NOT NULL,
	CONSTRAINT "panel_ratings_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "panel_rounds" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	"intro" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"minutes" integer NOT NULL,
	"closes_on" date,
	"opened_on" date,
	"closed_on" date,
	"wave_id" uuid,
	"outcome" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_rounds_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_rounds_number" UNIQUE("organisation_id","panel_id","number")
);
--> statement-breakpoint
CREATE TABLE "panel_statements" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" jsonb NOT NULL,
	"easy_read" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"contribution_id" uuid,
	CONSTRAINT "panel_statements_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_statements_position" UNIQUE("organisation_id","round_id","position")
);
--> statement-breakpoint
CREATE TABLE "panel_votes" (
	"organisation_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"pass_reason" text,
	CONSTRAINT "panel_votes_organisation_id_statement_id_member_id_pk" PRIMARY KEY("organisation_id","statement_id","member_id"),
	CONSTRAINT "panel_votes_pass" CHECK (("panel_votes"."choice" = 'pass') = ("panel_votes"."pass_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "panel_channels" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"closed_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_channels_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_channels_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "panel_consent_versions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"intro" jsonb NOT NULL,
	"purposes" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_consent_versions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_consent_versions_number" UNIQUE("organisation_id","panel_id","number")
);
--> statement-breakpoint
CREATE TABLE "panel_strata" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"question" jsonb NOT NULL,
	"bands" jsonb NOT NULL,
	"source" text,
	"reason" text,
	CONSTRAINT "panel_strata_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_strata_position" UNIQUE("organisation_id","panel_id","position")
);
--> statement-breakpoint
CREATE TABLE "panel_targets" (
	"organisation_id" uuid NOT NULL,
	"stratum_id" uuid NOT NULL,
	"band" text NOT NULL,
	"share" real NOT NULL,
	CONSTRAINT "panel_targets_organisation_id_stratum_id_band_pk" PRIMARY KEY("organisation_id","stratum_id","band")
);
--> statement-breakpoint
CREATE TABLE "panels" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"activity_id" uuid NOT NULL,
	"site_id" uuid,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"languages" text[] NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"minimum_group" integer DEFAULT 5 NOT NULL,
	"policy" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"policy_published_on" date,
	"safeguarding_user_id" text,
	"safeguarding_within_hours" integer DEFAULT 24 NOT NULL,
	"minutes_per_quarter" integer DEFAULT 240 NOT NULL,
	"demographics_purpose" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"demographics_expire_on" date,
	"outcomes_published_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"opened_on" date,
	"closed_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panels_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panels_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "panel_tellings" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"news" text NOT NULL,
	"happened_on" date NOT NULL,
	"mailed_on" date,
	"seen_on" date,
	CONSTRAINT "panel_tellings_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_tellings_news" UNIQUE("organisation_id","member_id","news")
);
--> statement-breakpoint
CREATE TABLE "suggestion_changes" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"suggestion_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"what" jsonb NOT NULL,
	"subject" jsonb NOT NULL,
	"changed_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "suggestion_changes_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "suggestion_changes_number" UNIQUE("organisation_id","suggestion_id","number")
);
--> statement-breakpoint
CREATE TABLE "suggestion_contributions" (
	"organisation_id" uuid NOT NULL,
	"suggestion_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"quote_id" uuid,
	CONSTRAINT "suggestion_contributions_organisation_id_suggestion_id_contribution_id_pk" PRIMARY KEY("organisation_id","suggestion_id","contribution_id")
);
--> statement-breakpoint
CREATE TABLE "suggestion_decisions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"suggestion_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"verdict" text NOT NULL,
	"reason" jsonb NOT NULL,
	"decided_by" text NOT NULL,
	"decided_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "suggestion_decisions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "suggestion_decisions_number" UNIQUE("organisation_id","suggestion_id","number")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" jsonb NOT NULL,
	"raised_on" date NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suggestions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "suggestions_number" UNIQUE("organisation_id","panel_id","number")
);
--> statement-breakpoint
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_email";--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "panel_member_id" uuid;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_organisation_id_site_id_sites_organisation_id_id_fk" FOREIGN KEY ("organisation_id","site_id") REFERENCES "public"."sites"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_sessions" ADD CONSTRAINT "activity_sessions_organisation_id_activity_id_activities_organisation_id_id_fk" FOREIGN KEY ("organisation_id","activity_id") REFERENCES "public"."activities"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_drafts" ADD CONSTRAINT "contribution_drafts_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_drafts" ADD CONSTRAINT "contribution_drafts_organisation_id_prompt_id_panel_prompts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","prompt_id") REFERENCES "public"."panel_prompts"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_events" ADD CONSTRAINT "contribution_events_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_originals" ADD CONSTRAINT "contribution_originals_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_translations" ADD CONSTRAINT "contribution_translations_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_organisation_id_round_id_panel_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."panel_rounds"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_organisation_id_prompt_id_panel_prompts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","prompt_id") REFERENCES "public"."panel_prompts"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_consented" FOREIGN KEY ("organisation_id","consent_id","member_id","consent_purpose","consent_granted") REFERENCES "public"."panel_consents"("organisation_id","id","member_id","purpose","granted") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_consented" FOREIGN KEY ("organisation_id","consent_id","member_id","consent_purpose","consent_granted") REFERENCES "public"."panel_consents"("organisation_id","id","member_id","purpose","granted") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_concerns" ADD CONSTRAINT "safeguarding_concerns_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draw_candidates" ADD CONSTRAINT "panel_draw_candidates_organisation_id_draw_id_panel_draws_organisation_id_id_fk" FOREIGN KEY ("organisation_id","draw_id") REFERENCES "public"."panel_draws"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draw_candidates" ADD CONSTRAINT "panel_draw_candidates_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draws" ADD CONSTRAINT "panel_draws_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_askings" ADD CONSTRAINT "panel_askings_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_consents" ADD CONSTRAINT "panel_consents_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_consents" ADD CONSTRAINT "panel_consents_organisation_id_consent_version_id_panel_consent_versions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","consent_version_id") REFERENCES "public"."panel_consent_versions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_contacts" ADD CONSTRAINT "panel_contacts_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_member_bands" ADD CONSTRAINT "panel_member_bands_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_member_bands" ADD CONSTRAINT "panel_member_bands_organisation_id_stratum_id_panel_strata_organisation_id_id_fk" FOREIGN KEY ("organisation_id","stratum_id") REFERENCES "public"."panel_strata"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_members" ADD CONSTRAINT "panel_members_organisation_id_channel_id_panel_channels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","channel_id") REFERENCES "public"."panel_channels"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_needs" ADD CONSTRAINT "panel_needs_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_payments" ADD CONSTRAINT "panel_payments_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_payments" ADD CONSTRAINT "panel_payments_organisation_id_rate_id_payment_rates_organisation_id_id_fk" FOREIGN KEY ("organisation_id","rate_id") REFERENCES "public"."payment_rates"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_credits" ADD CONSTRAINT "panel_credits_organisation_id_output_id_panel_outputs_organisation_id_id_fk" FOREIGN KEY ("organisation_id","output_id") REFERENCES "public"."panel_outputs"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_credits" ADD CONSTRAINT "panel_credits_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_narratives" ADD CONSTRAINT "panel_narratives_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_outputs" ADD CONSTRAINT "panel_outputs_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_report_contributions" ADD CONSTRAINT "panel_report_contributions_organisation_id_report_id_panel_reports_organisation_id_id_fk" FOREIGN KEY ("organisation_id","report_id") REFERENCES "public"."panel_reports"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_report_contributions" ADD CONSTRAINT "panel_report_contributions_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_reports" ADD CONSTRAINT "panel_reports_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_reports" ADD CONSTRAINT "panel_reports_organisation_id_prompt_id_panel_prompts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","prompt_id") REFERENCES "public"."panel_prompts"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_prompts" ADD CONSTRAINT "panel_prompts_organisation_id_round_id_panel_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."panel_rounds"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_rating_marks" ADD CONSTRAINT "panel_rating_marks_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_ratings" ADD CONSTRAINT "panel_ratings_organisation_id_round_id_panel_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."panel_rounds"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_rounds" ADD CONSTRAINT "panel_rounds_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_rounds" ADD CONSTRAINT "panel_rounds_organisation_id_wave_id_waves_organisation_id_id_fk" FOREIGN KEY ("organisation_id","wave_id") REFERENCES "public"."waves"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_statements" ADD CONSTRAINT "panel_statements_organisation_id_round_id_panel_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."panel_rounds"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_statements" ADD CONSTRAINT "panel_statements_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_votes" ADD CONSTRAINT "panel_votes_organisation_id_statement_id_panel_statements_organisation_id_id_fk" FOREIGN KEY ("organisation_id","statement_id") REFERENCES "public"."panel_statements"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_votes" ADD CONSTRAINT "panel_votes_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_channels" ADD CONSTRAINT "panel_channels_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_consent_versions" ADD CONSTRAINT "panel_consent_versions_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_strata" ADD CONSTRAINT "panel_strata_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_targets" ADD CONSTRAINT "panel_targets_organisation_id_stratum_id_panel_strata_organisation_id_id_fk" FOREIGN KEY ("organisation_id","stratum_id") REFERENCES "public"."panel_strata"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panels" ADD CONSTRAINT "panels_organisation_id_activity_id_activities_organisation_id_id_fk" FOREIGN KEY ("organisation_id","activity_id") REFERENCES "public"."activities"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panels" ADD CONSTRAINT "panels_organisation_id_site_id_sites_organisation_id_id_fk" FOREIGN KEY ("organisation_id","site_id") REFERENCES "public"."sites"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_tellings" ADD CONSTRAINT "panel_tellings_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_changes" ADD CONSTRAINT "suggestion_changes_organisation_id_suggestion_id_suggestions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","suggestion_id") REFERENCES "public"."suggestions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_contributions" ADD CONSTRAINT "suggestion_contributions_organisation_id_suggestion_id_suggestions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","suggestion_id") REFERENCES "public"."suggestions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_contributions" ADD CONSTRAINT "suggestion_contributions_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_contributions" ADD CONSTRAINT "suggestion_contributions_organisation_id_quote_id_quotes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","quote_id") REFERENCES "public"."quotes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_decisions" ADD CONSTRAINT "suggestion_decisions_organisation_id_suggestion_id_suggestions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","suggestion_id") REFERENCES "public"."suggestions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contributions_panel" ON "contributions" USING btree ("organisation_id","panel_id","state");--> statement-breakpoint
CREATE INDEX "panel_askings_member" ON "panel_askings" USING btree ("organisation_id","member_id","asked_on");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_panel_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_email" ON "invitations" USING btree ("organisation_id","wave_id","email") WHERE "invitations"."panel_member_id" is null;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_panel_member" UNIQUE("organisation_id","wave_id","panel_member_id");