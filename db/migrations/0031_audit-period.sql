CREATE TABLE "fairness_audit_events" (
	"organisation_id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "fairness_audit_events_organisation_id_audit_id_kind_pk" PRIMARY KEY("organisation_id","audit_id","kind"),
	CONSTRAINT "fairness_audit_events_why" CHECK (("fairness_audit_events"."kind" = 'withdrawn') = ("fairness_audit_events"."reason" <> ''))
);
--> statement-breakpoint
ALTER TABLE "fairness_audits" ADD COLUMN "period_from" date;--> statement-breakpoint
ALTER TABLE "fairness_audits" ADD COLUMN "period_to" date;--> statement-breakpoint
ALTER TABLE "fairness_audits" ADD COLUMN "version" text;--> statement-breakpoint
ALTER TABLE "fairness_audits" ADD COLUMN "pooling_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "fairness_audit_events" ADD CONSTRAINT "fairness_audit_events_organisation_id_audit_id_fairness_audits_organisation_id_id_fk" FOREIGN KEY ("organisation_id","audit_id") REFERENCES "public"."fairness_audits"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_audits" ADD CONSTRAINT "fairness_audits_of_what" CHECK ("fairness_audits"."period_from" is null or ("fairness_audits"."version" is null) <> ("fairness_audits"."pooling_reason" = ''));--> statement-breakpoint
ALTER TABLE "fairness_audits" ADD CONSTRAINT "fairness_audits_period" CHECK ("fairness_audits"."period_to" > "fairness_audits"."period_from");