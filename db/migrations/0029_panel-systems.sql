CREATE TABLE "panel_systems" (
	"organisation_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"shown_on" date NOT NULL,
	"shown_by" text NOT NULL,
	CONSTRAINT "panel_systems_organisation_id_panel_id_system_id_pk" PRIMARY KEY("organisation_id","panel_id","system_id")
);
--> statement-breakpoint
ALTER TABLE "panel_systems" ADD CONSTRAINT "panel_systems_organisation_id_panel_id_panels_organisation_id_id_fk" FOREIGN KEY ("organisation_id","panel_id") REFERENCES "public"."panels"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_systems" ADD CONSTRAINT "panel_systems_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;