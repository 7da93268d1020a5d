CREATE TABLE "words_inbox" (
	"organisation_id" uuid NOT NULL,
	"study_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"ballot_hash" text NOT NULL,
	"item_id" text NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"may_quote" boolean NOT NULL,
	CONSTRAINT "words_inbox_organisation_id_ballot_hash_item_id_pk" PRIMARY KEY("organisation_id","ballot_hash","item_id")
);
--> statement-breakpoint
ALTER TABLE "contributions" DROP CONSTRAINT "contributions_organisation_id_round_id_panel_rounds_organisation_id_id_fk";
--> statement-breakpoint
ALTER TABLE "contribution_events" ALTER COLUMN "member_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "contributions" ALTER COLUMN "member_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "contributions" ALTER COLUMN "consent_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "quotes" ALTER COLUMN "member_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "quotes" ALTER COLUMN "consent_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "safeguarding_concerns" ALTER COLUMN "member_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "contributions" ADD COLUMN "source" text DEFAULT 'panel' NOT NULL;
--> statement-breakpoint
ALTER TABLE "contributions" ADD COLUMN "may_quote" boolean;
--> statement-breakpoint
ALTER TABLE "panel_rounds" ADD COLUMN "source" text DEFAULT 'panel' NOT NULL;
--> statement-breakpoint
ALTER TABLE "panel_rounds" ADD COLUMN "survey_wave_id" uuid;
--> statement-breakpoint
ALTER TABLE "panel_rounds" ADD COLUMN "survey_item_id" text;
--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "may_quote" boolean;
--> statement-breakpoint
ALTER TABLE "studies" ADD COLUMN "words_panel_id" uuid;
--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_may_quote" UNIQUE("organisation_id","id","may_quote");
--> statement-breakpoint
ALTER TABLE "panel_rounds" ADD CONSTRAINT "panel_rounds_survey" UNIQUE("organisation_id","survey_wave_id","survey_item_id");
--> statement-breakpoint
ALTER TABLE "panel_rounds" ADD CONSTRAINT "panel_rounds_source" UNIQUE("organisation_id","id","source");
--> statement-breakpoint
ALTER TABLE "words_inbox" ADD CONSTRAINT "words_inbox_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "words_inbox" ADD CONSTRAINT "words_inbox_organisation_id_wave_id_waves_organisation_id_id_fk" FOREIGN KEY ("organisation_id","wave_id") REFERENCES "public"."waves"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "words_inbox_wave" ON "words_inbox" USING btree ("organisation_id","wave_id");
--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_round" FOREIGN KEY ("organisation_id","round_id","source") REFERENCES "public"."panel_rounds"("organisation_id","id","source") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "panel_rounds" ADD CONSTRAINT "panel_rounds_organisation_id_survey_wave_id_waves_organisation_id_id_fk" FOREIGN KEY ("organisation_id","survey_wave_id") REFERENCES "public"."waves"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_of_quotable" FOREIGN KEY ("organisation_id","contribution_id","may_quote") REFERENCES "public"."contributions"("organisation_id","id","may_quote") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "studies" ADD CONSTRAINT "studies_organisation_id_words_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","words_panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_of_survey" CHECK (("contributions"."source" = 'survey') = ("contributions"."member_id" is null)
        and ("contributions"."member_id" is null) = ("contributions"."consent_id" is null)
        and ("contributions"."member_id" is null) = ("contributions"."may_quote" is not null));
--> statement-breakpoint
ALTER TABLE "panel_rounds" ADD CONSTRAINT "panel_rounds_of_survey" CHECK (("panel_rounds"."source" = 'survey') = ("panel_rounds"."survey_wave_id" is not null)
        and ("panel_rounds"."survey_wave_id" is null) = ("panel_rounds"."survey_item_id" is null));
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_of_survey" CHECK (("quotes"."member_id" is null) = ("quotes"."consent_id" is null)
        and ("quotes"."member_id" is null) = ("quotes"."may_quote" is true));
