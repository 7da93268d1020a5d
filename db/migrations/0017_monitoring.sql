CREATE TABLE "alert_events" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"alert_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"due_on" date,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alert_events_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "alert_events_number" UNIQUE("organisation_id","alert_id","number")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"tier" text NOT NULL,
	"rule" text DEFAULT '' NOT NULL,
	"metric" text DEFAULT '' NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"cohort" text DEFAULT '' NOT NULL,
	"dimension" text DEFAULT '' NOT NULL,
	"level" text DEFAULT '' NOT NULL,
	"period_from" date,
	"period_to" date,
	"plan_metric_id" uuid,
	"batch_id" uuid,
	"evidence" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"owner_user_id" text,
	"due_on" date NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alerts_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "alerts_period" CHECK (("alerts"."period_from" is null) = ("alerts"."period_to" is null))
);
--> statement-breakpoint
CREATE TABLE "chart_baselines" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"cohort" text DEFAULT '' NOT NULL,
	"dimension" text DEFAULT '' NOT NULL,
	"level" text DEFAULT '' NOT NULL,
	"number" integer NOT NULL,
	"applies_from" date NOT NULL,
	"baseline_from" date NOT NULL,
	"baseline_to" date,
	"reason" text NOT NULL,
	"approved_by" text NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chart_baselines_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "chart_baselines_number" UNIQUE("organisation_id","deployment_id","metric","part","cohort","dimension","level","number"),
	CONSTRAINT "chart_baselines_order" CHECK ("chart_baselines"."baseline_to" is null or "chart_baselines"."baseline_to" > "chart_baselines"."baseline_from")
);
--> statement-breakpoint
CREATE TABLE "reference_distributions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"cohort" text DEFAULT '' NOT NULL,
	"number" integer NOT NULL,
	"bins" jsonb NOT NULL,
	"applies_from" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reference_distributions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "reference_distributions_number" UNIQUE("organisation_id","deployment_id","metric","part","cohort","number")
);
--> statement-breakpoint
CREATE TABLE "monitoring_batches" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"source" text NOT NULL,
	"tool" jsonb,
	"model_version" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"content_hash" text NOT NULL,
	"state" text NOT NULL,
	"token_id" uuid,
	"user_id" text,
	"accepted" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"superseded" integer NOT NULL,
	"warnings" jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "monitoring_batches_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "monitoring_batches_key" UNIQUE("organisation_id","deployment_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "monitoring_uploads" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"format" text NOT NULL,
	"file_name" text NOT NULL,
	"content" text NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "monitoring_uploads_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "quarantined_batches" (
	"organisation_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"records" jsonb NOT NULL,
	"outcome" text,
	"outcome_reason" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "quarantined_batches_organisation_id_batch_id_pk" PRIMARY KEY("organisation_id","batch_id")
);
--> statement-breakpoint
CREATE TABLE "alarm_budgets" (
	"organisation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"false_alarms_a_year" double precision NOT NULL,
	"reason" text NOT NULL,
	"declared_by" text NOT NULL,
	"declared_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alarm_budgets_organisation_id_number_pk" PRIMARY KEY("organisation_id","number"),
	CONSTRAINT "alarm_budgets_more_than_none" CHECK ("alarm_budgets"."false_alarms_a_year" > 0)
);
--> statement-breakpoint
CREATE TABLE "monitoring_plans" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"false_alarms_a_year" double precision,
	"review_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"adopted_by" text,
	"adopted_at" timestamp with time zone,
	CONSTRAINT "monitoring_plans_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "monitoring_plans_number" UNIQUE("organisation_id","deployment_id","number"),
	CONSTRAINT "monitoring_plans_adopted" CHECK (("monitoring_plans"."state" = 'adopted') = ("monitoring_plans"."adopted_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "plan_metrics" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"cohort" text DEFAULT '' NOT NULL,
	"cohort_words" text DEFAULT '' NOT NULL,
	"cadence" text NOT NULL,
	"owner_user_id" text,
	"owner" text NOT NULL,
	"tier" text NOT NULL,
	"direction" text NOT NULL,
	"target" double precision,
	"chart" text NOT NULL,
	"alert_rules" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"false_alarms_a_year" double precision,
	"position" integer NOT NULL,
	CONSTRAINT "plan_metrics_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "plan_metrics_once" UNIQUE("organisation_id","plan_id","metric","part","cohort")
);
--> statement-breakpoint
CREATE TABLE "plan_subgroups" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"plan_metric_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"reference" text NOT NULL,
	"margin" double precision NOT NULL,
	"margin_report_id" uuid,
	"margin_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "plan_subgroups_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "plan_subgroups_once" UNIQUE("organisation_id","plan_metric_id","dimension"),
	CONSTRAINT "plan_subgroups_margin" CHECK ("plan_subgroups"."margin" > 0)
);
--> statement-breakpoint
CREATE TABLE "monitoring_records" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"kind" text NOT NULL,
	"mode" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"cohort" text DEFAULT '' NOT NULL,
	"dimension" text DEFAULT '' NOT NULL,
	"level" text DEFAULT '' NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"numerator" double precision,
	"denominator" double precision,
	"value" double precision,
	"detail" jsonb,
	"eligible" integer,
	"scored" integer,
	"labelled" integer,
	"ascertainment" text,
	"sampling_probability" double precision,
	"matures_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_by" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "monitoring_records_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "monitoring_records_period" CHECK ("monitoring_records"."period_to" > "monitoring_records"."period_from"),
	CONSTRAINT "monitoring_records_group" CHECK (("monitoring_records"."dimension" = '') = ("monitoring_records"."level" = '')),
	CONSTRAINT "monitoring_records_superseded_when" CHECK (("monitoring_records"."superseded_by" is null) = ("monitoring_records"."superseded_at" is null))
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"ending" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_on" date NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	CONSTRAINT "api_tokens_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "api_tokens_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "alert_events" ADD CONSTRAINT "alert_events_organisation_id_alert_id_alerts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","alert_id") REFERENCES "public"."alerts"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_organisation_id_plan_metric_id_plan_metrics_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_metric_id") REFERENCES "public"."plan_metrics"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_organisation_id_batch_id_monitoring_batches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","batch_id") REFERENCES "public"."monitoring_batches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chart_baselines" ADD CONSTRAINT "chart_baselines_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_distributions" ADD CONSTRAINT "reference_distributions_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_batches" ADD CONSTRAINT "monitoring_batches_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_batches" ADD CONSTRAINT "monitoring_batches_organisation_id_token_id_api_tokens_organisation_id_id_fk" FOREIGN KEY ("organisation_id","token_id") REFERENCES "public"."api_tokens"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_uploads" ADD CONSTRAINT "monitoring_uploads_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_batches" ADD CONSTRAINT "quarantined_batches_organisation_id_batch_id_monitoring_batches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","batch_id") REFERENCES "public"."monitoring_batches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_plans" ADD CONSTRAINT "monitoring_plans_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_metrics" ADD CONSTRAINT "plan_metrics_organisation_id_plan_id_monitoring_plans_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_id") REFERENCES "public"."monitoring_plans"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_subgroups" ADD CONSTRAINT "plan_subgroups_organisation_id_plan_metric_id_plan_metrics_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_metric_id") REFERENCES "public"."plan_metrics"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_subgroups" ADD CONSTRAINT "plan_subgroups_organisation_id_margin_report_id_panel_reports_organisation_id_id_fk" FOREIGN KEY ("organisation_id","margin_report_id") REFERENCES "public"."panel_reports"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_records" ADD CONSTRAINT "monitoring_records_organisation_id_batch_id_monitoring_batches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","batch_id") REFERENCES "public"."monitoring_batches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_records" ADD CONSTRAINT "monitoring_records_organisation_id_system_id_deployment_id_deployments_organisation_id_system_id_id_fk" FOREIGN KEY ("organisation_id","system_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_records" ADD CONSTRAINT "monitoring_records_organisation_id_system_id_version_id_model_versions_organisation_id_system_id_id_fk" FOREIGN KEY ("organisation_id","system_id","version_id") REFERENCES "public"."model_versions"("organisation_id","system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_of_period" ON "alerts" USING btree ("organisation_id","deployment_id","kind","rule","metric","part","cohort","dimension","level","period_from") WHERE period_from is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_of_version" ON "alerts" USING btree ("organisation_id","deployment_id","kind","part") WHERE period_from is null and state <> 'closed';--> statement-breakpoint
CREATE INDEX "alerts_waiting" ON "alerts" USING btree ("organisation_id","due_on") WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "monitoring_batches_newest" ON "monitoring_batches" USING btree ("organisation_id","deployment_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "monitoring_plans_draft" ON "monitoring_plans" USING btree ("organisation_id","deployment_id") WHERE state = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "monitoring_records_current" ON "monitoring_records" USING btree ("organisation_id","deployment_id","metric","dimension","level","part","cohort","mode","version_id","period_from") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "monitoring_records_of_batch" ON "monitoring_records" USING btree ("organisation_id","batch_id");--> statement-breakpoint
CREATE INDEX "monitoring_records_superseded" ON "monitoring_records" USING btree ("organisation_id","superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE INDEX "api_tokens_of" ON "api_tokens" USING btree ("organisation_id","deployment_id");