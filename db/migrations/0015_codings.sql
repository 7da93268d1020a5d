CREATE TABLE "code_assignments" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"coding_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"code_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"origin" text NOT NULL,
	"reading" text DEFAULT 'first' NOT NULL,
	"offered" boolean DEFAULT false NOT NULL,
	"by" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_by" text,
	"removed_at" timestamp with time zone,
	CONSTRAINT "code_assignments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "code_assignments_order" CHECK ("code_assignments"."start" >= 0 and "code_assignments"."end" > "code_assignments"."start"),
	CONSTRAINT "code_assignments_by" CHECK (("code_assignments"."origin" = 'suggested') = ("code_assignments"."by" is null)),
	CONSTRAINT "code_assignments_removed" CHECK (("code_assignments"."removed_at" is null) = ("code_assignments"."removed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "double_readings" (
	"organisation_id" uuid NOT NULL,
	"coding_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"coder" text NOT NULL,
	"done_on" date,
	"first_codes" uuid[],
	"second_codes" uuid[],
	"decided_codes" uuid[],
	"reason" text,
	"decided_by" text,
	"decided_on" date,
	CONSTRAINT "double_readings_organisation_id_coding_id_contribution_id_pk" PRIMARY KEY("organisation_id","coding_id","contribution_id"),
	CONSTRAINT "double_readings_done" CHECK (("double_readings"."done_on" is null) = ("double_readings"."first_codes" is null)
        and ("double_readings"."done_on" is null) = ("double_readings"."second_codes" is null))
);
--> statement-breakpoint
CREATE TABLE "codebook_events" (
	"organisation_id" uuid NOT NULL,
	"coding_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"panel_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code_id" uuid NOT NULL,
	"change" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "codebook_events_organisation_id_coding_id_number_pk" PRIMARY KEY("organisation_id","coding_id","number")
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"coding_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"theme_id" uuid,
	"against" boolean DEFAULT false NOT NULL,
	"merged_into" uuid,
	"retired" boolean DEFAULT false NOT NULL,
	CONSTRAINT "codes_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "codings" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"started_by" text NOT NULL,
	"check_opened_on" date,
	"check_closes_on" date,
	"check_closed_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "codings_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "codings_round" UNIQUE("organisation_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"coding_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "themes_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "themes_position" UNIQUE("organisation_id","coding_id","position")
);
--> statement-breakpoint
CREATE TABLE "theme_drafts" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"coding_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"language" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"progress" real DEFAULT 0 NOT NULL,
	"result" jsonb,
	"requested_by" text NOT NULL,
	"heartbeat_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "theme_drafts_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "theme_flags" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"coding_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"by" text,
	"member_id" uuid,
	"reason" text NOT NULL,
	"raised_on" date NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_on" date,
	CONSTRAINT "theme_flags_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "theme_flags_by" CHECK (("theme_flags"."by" is null) <> ("theme_flags"."member_id" is null))
);
--> statement-breakpoint
CREATE TABLE "theme_replies" (
	"organisation_id" uuid NOT NULL,
	"coding_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"replied_on" date NOT NULL,
	"printed" text,
	"answer" text,
	"answered_by" text,
	"answered_on" date,
	CONSTRAINT "theme_replies_organisation_id_coding_id_member_id_pk" PRIMARY KEY("organisation_id","coding_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "panel_reports" ADD COLUMN "coding_id" uuid;--> statement-breakpoint
ALTER TABLE "code_assignments" ADD CONSTRAINT "code_assignments_organisation_id_coding_id_codings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","coding_id") REFERENCES "public"."codings"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_assignments" ADD CONSTRAINT "code_assignments_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_assignments" ADD CONSTRAINT "code_assignments_organisation_id_code_id_codes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","code_id") REFERENCES "public"."codes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_readings" ADD CONSTRAINT "double_readings_organisation_id_coding_id_codings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","coding_id") REFERENCES "public"."codings"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_readings" ADD CONSTRAINT "double_readings_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_events" ADD CONSTRAINT "codebook_events_organisation_id_coding_id_codings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","coding_id") REFERENCES "public"."codings"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_events" ADD CONSTRAINT "codebook_events_organisation_id_code_id_codes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","code_id") REFERENCES "public"."codes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_organisation_id_coding_id_codings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","coding_id") REFERENCES "public"."codings"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_organisation_id_theme_id_themes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","theme_id") REFERENCES "public"."themes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codings" ADD CONSTRAINT "codings_organisation_id_round_id_panel_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."panel_rounds"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_organisation_id_coding_id_codings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","coding_id") REFERENCES "public"."codings"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_drafts" ADD CONSTRAINT "theme_drafts_organisation_id_coding_id_codings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","coding_id") REFERENCES "public"."codings"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_flags" ADD CONSTRAINT "theme_flags_organisation_id_coding_id_codings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","coding_id") REFERENCES "public"."codings"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_flags" ADD CONSTRAINT "theme_flags_organisation_id_contribution_id_contributions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contribution_id") REFERENCES "public"."contributions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_flags" ADD CONSTRAINT "theme_flags_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_replies" ADD CONSTRAINT "theme_replies_organisation_id_coding_id_codings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","coding_id") REFERENCES "public"."codings"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_replies" ADD CONSTRAINT "theme_replies_organisation_id_member_id_panel_members_organisation_id_id_fk" FOREIGN KEY ("organisation_id","member_id") REFERENCES "public"."panel_members"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "code_assignments_span" ON "code_assignments" USING btree ("organisation_id","contribution_id","code_id","start","end","reading") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "codes_coding" ON "codes" USING btree ("organisation_id","coding_id","position");--> statement-breakpoint
CREATE INDEX "theme_drafts_coding" ON "theme_drafts" USING btree ("organisation_id","coding_id");--> statement-breakpoint
CREATE INDEX "theme_flags_coding" ON "theme_flags" USING btree ("organisation_id","coding_id");--> statement-breakpoint
ALTER TABLE "panel_reports" ADD CONSTRAINT "panel_reports_organisation_id_coding_id_codings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","coding_id") REFERENCES "public"."codings"("organisation_id","id") ON DELETE no action ON UPDATE no action;