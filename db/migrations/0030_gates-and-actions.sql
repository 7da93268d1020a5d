CREATE TABLE "fairness_action_outcomes" (
	"organisation_id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"done_on" date NOT NULL,
	"done_by" text NOT NULL,
	"evidence" text NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fairness_action_outcomes_organisation_id_audit_id_position_pk" PRIMARY KEY("organisation_id","audit_id","position")
);
--> statement-breakpoint
ALTER TABLE "deployment_evaluations" ADD COLUMN "stamp" text;--> statement-breakpoint
ALTER TABLE "stage_conditions" ADD COLUMN "owner_role" text;--> statement-breakpoint
ALTER TABLE "fairness_action_outcomes" ADD CONSTRAINT "fairness_action_outcomes_organisation_id_audit_id_fairness_audits_organisation_id_id_fk" FOREIGN KEY ("organisation_id","audit_id") REFERENCES "public"."fairness_audits"("organisation_id","id") ON DELETE no action ON UPDATE no action;