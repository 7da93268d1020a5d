CREATE TABLE "fairness_audit_runs" (
	"organisation_id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"ran_on" date NOT NULL,
	"carried_out_by" text NOT NULL,
	"verdicts" jsonb NOT NULL,
	"evidence_hash" text NOT NULL,
	"code_version" text NOT NULL,
	"conclusion" text NOT NULL,
	"actions" jsonb NOT NULL,
	"next_due_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fairness_audit_runs_organisation_id_audit_id_pk" PRIMARY KEY("organisation_id","audit_id"),
	CONSTRAINT "fairness_audit_runs_next" CHECK ("fairness_audit_runs"."next_due_on" > "fairness_audit_runs"."ran_on")
);
--> statement-breakpoint
CREATE TABLE "fairness_audits" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"plan_number" integer NOT NULL,
	"metric" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"cohort" text DEFAULT '' NOT NULL,
	"groups" jsonb NOT NULL,
	"purpose" text NOT NULL,
	"due_on" date NOT NULL,
	"supersedes_id" uuid,
	"supersedes_reason" text DEFAULT '' NOT NULL,
	"planned_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fairness_audits_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "fairness_audits_number" UNIQUE("organisation_id","deployment_id","number"),
	CONSTRAINT "fairness_audits_supersedes" UNIQUE("organisation_id","supersedes_id"),
	CONSTRAINT "fairness_audits_supersedes_why" CHECK (("fairness_audits"."supersedes_id" is null) = ("fairness_audits"."supersedes_reason" = ''))
);
--> statement-breakpoint
ALTER TABLE "fairness_audit_runs" ADD CONSTRAINT "fairness_audit_runs_organisation_id_audit_id_fairness_audits_organisation_id_id_fk" FOREIGN KEY ("organisation_id","audit_id") REFERENCES "public"."fairness_audits"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_audits" ADD CONSTRAINT "fairness_audits_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_audits" ADD CONSTRAINT "fairness_audits_organisation_id_supersedes_id_fairness_audits_organisation_id_id_fk" FOREIGN KEY ("organisation_id","supersedes_id") REFERENCES "public"."fairness_audits"("organisation_id","id") ON DELETE no action ON UPDATE no action;