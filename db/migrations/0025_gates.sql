CREATE TABLE "exit_plans" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"minimum_days" integer NOT NULL,
	"criteria" jsonb NOT NULL,
	"reason" text NOT NULL,
	"written_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exit_plans_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "exit_plans_number" UNIQUE("organisation_id","deployment_id","number"),
	CONSTRAINT "exit_plans_days" CHECK ("exit_plans"."minimum_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "met_conditions" (
	"organisation_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"deployment_id" uuid,
	"condition_id" uuid NOT NULL,
	"met_on" date NOT NULL,
	"evidence" text NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "met_conditions_organisation_id_condition_id_pk" PRIMARY KEY("organisation_id","condition_id")
);
--> statement-breakpoint
CREATE TABLE "stage_conditions" (
	"organisation_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"deployment_id" uuid,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"owner_id" text,
	"owner" text NOT NULL,
	"due_on" date NOT NULL,
	"is_before_next" boolean NOT NULL,
	CONSTRAINT "stage_conditions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "stage_conditions_position" UNIQUE("organisation_id","event_id","position")
);
--> statement-breakpoint
ALTER TABLE "stage_events" ADD COLUMN "outcome" text DEFAULT 'approved' NOT NULL;--> statement-breakpoint
ALTER TABLE "stage_events" ADD COLUMN "asked_stage" text;--> statement-breakpoint
ALTER TABLE "stage_events" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "stage_events" ADD COLUMN "despite" text;--> statement-breakpoint
ALTER TABLE "stage_events" ADD COLUMN "silent_state" jsonb;--> statement-breakpoint
ALTER TABLE "exit_plans" ADD CONSTRAINT "exit_plans_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "met_conditions" ADD CONSTRAINT "met_conditions_organisation_id_condition_id_stage_conditions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","condition_id") REFERENCES "public"."stage_conditions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "met_conditions" ADD CONSTRAINT "met_conditions_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "met_conditions" ADD CONSTRAINT "met_conditions_organisation_id_system_id_deployment_id_deployments_organisation_id_system_id_id_fk" FOREIGN KEY ("organisation_id","system_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_conditions" ADD CONSTRAINT "stage_conditions_organisation_id_event_id_stage_events_organisation_id_id_fk" FOREIGN KEY ("organisation_id","event_id") REFERENCES "public"."stage_events"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_conditions" ADD CONSTRAINT "stage_conditions_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_conditions" ADD CONSTRAINT "stage_conditions_organisation_id_system_id_deployment_id_deployments_organisation_id_system_id_id_fk" FOREIGN KEY ("organisation_id","system_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_events" ADD CONSTRAINT "stage_events_outcome" CHECK (("stage_events"."outcome" in ('to-be-reviewed', 'declined')) = ("stage_events"."asked_stage" is not null)
        and ("stage_events"."asked_stage" is null) = ("stage_events"."review_on" is null));