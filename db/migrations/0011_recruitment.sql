CREATE TABLE "panel_band_releases" (
	"organisation_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"counted_on" date NOT NULL,
	"members" uuid[] NOT NULL,
	"present" jsonb NOT NULL,
	"declined" jsonb NOT NULL,
	"left" jsonb NOT NULL,
	CONSTRAINT "panel_band_releases_organisation_id_panel_id_pk" PRIMARY KEY("organisation_id","panel_id")
);
--> statement-breakpoint
CREATE TABLE "panel_departures" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"stratum_id" uuid NOT NULL,
	"band" text NOT NULL,
	CONSTRAINT "panel_departures_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "panel_target_changes" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"panel_id" uuid NOT NULL,
	"stratum_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"before" jsonb NOT NULL,
	"why" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_target_changes_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "panel_target_changes_number" UNIQUE("organisation_id","stratum_id","number")
);
--> statement-breakpoint
ALTER TABLE "panel_draws" ADD COLUMN "seated" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "panel_askings" ADD COLUMN "told_on" date;--> statement-breakpoint
ALTER TABLE "panel_consents" ADD COLUMN "scribe" text;--> statement-breakpoint
ALTER TABLE "panel_consents" ADD COLUMN "read_on" date;--> statement-breakpoint
ALTER TABLE "panel_strata" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "panels" ADD COLUMN "benefits_note" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "panel_band_releases" ADD CONSTRAINT "panel_band_releases_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_departures" ADD CONSTRAINT "panel_departures_organisation_id_stratum_id_panel_strata_organisation_id_id_fk" FOREIGN KEY ("organisation_id","stratum_id") REFERENCES "public"."panel_strata"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_target_changes" ADD CONSTRAINT "panel_target_changes_organisation_id_stratum_id_panel_strata_organisation_id_id_fk" FOREIGN KEY ("organisation_id","stratum_id") REFERENCES "public"."panel_strata"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_consents" ADD CONSTRAINT "panel_consents_scribe" CHECK (("panel_consents"."scribe" is null) = ("panel_consents"."read_on" is null));