CREATE TABLE "ai_systems" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ai_systems_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "ai_systems_slug" UNIQUE("organisation_id","slug")
);
--> statement-breakpoint
CREATE TABLE "system_descriptions" (
	"organisation_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"category" text NOT NULL,
	"sections" jsonb NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "system_descriptions_organisation_id_system_id_number_pk" PRIMARY KEY("organisation_id","system_id","number")
);
--> statement-breakpoint
CREATE TABLE "system_people" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid NOT NULL,
	"role" text NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"recorded_by" text NOT NULL,
	CONSTRAINT "system_people_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "system_people_start" UNIQUE("organisation_id","system_id","role","name","from_on"),
	CONSTRAINT "system_people_order" CHECK ("system_people"."until_on" is null or "system_people"."until_on" >= "system_people"."from_on")
);
--> statement-breakpoint
CREATE TABLE "dataset_uses" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid NOT NULL,
	"dataset_id" uuid NOT NULL,
	"version_id" uuid,
	"role" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "dataset_uses_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "dataset_uses_once" UNIQUE NULLS NOT DISTINCT("organisation_id","system_id","dataset_id","role","version_id")
);
--> statement-breakpoint
CREATE TABLE "datasets" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"catalogue_key" text,
	"name" text NOT NULL,
	"field" text DEFAULT '' NOT NULL,
	"modality" text DEFAULT '' NOT NULL,
	"size" text DEFAULT '' NOT NULL,
	"annotations" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"licence" text DEFAULT '' NOT NULL,
	"access" text,
	"countries" text[] DEFAULT '{}' NOT NULL,
	"years" text DEFAULT '' NOT NULL,
	"demographics" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"known_gaps" text DEFAULT '' NOT NULL,
	"consent_basis" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "datasets_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "datasets_catalogue_key" UNIQUE("organisation_id","catalogue_key")
);
--> statement-breakpoint
CREATE TABLE "recommendation_statements" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid NOT NULL,
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"stated_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recommendation_statements_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "recommendation_statements_number" UNIQUE("organisation_id","system_id","code","number")
);
--> statement-breakpoint
CREATE TABLE "deployment_periods" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	"reason" text NOT NULL,
	"recorded_by" text NOT NULL,
	"superseded_by" text,
	CONSTRAINT "deployment_periods_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "deployment_periods_order" CHECK ("deployment_periods"."valid_to" is null or "deployment_periods"."valid_to" > "deployment_periods"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "deployments" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deployments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "deployments_slug" UNIQUE("organisation_id","slug"),
	CONSTRAINT "deployments_place" UNIQUE("organisation_id","system_id","site_id","unit"),
	CONSTRAINT "deployments_of_system" UNIQUE("organisation_id","system_id","id")
);
--> statement-breakpoint
CREATE TABLE "stage_events" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid NOT NULL,
	"deployment_id" uuid,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"stage" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_on" date NOT NULL,
	"ratify_by" date,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stage_events_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "stage_events_number" UNIQUE NULLS NOT DISTINCT("organisation_id","system_id","deployment_id","number")
);
--> statement-breakpoint
CREATE TABLE "card_imports" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid,
	"format" text NOT NULL,
	"file_name" text NOT NULL,
	"content_hash" text NOT NULL,
	"content" text NOT NULL,
	"unmapped" jsonb NOT NULL,
	"read_by" text NOT NULL,
	"applied_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "card_imports_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_notices" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kinds" text[] NOT NULL,
	"summary" text NOT NULL,
	"new_version" text DEFAULT '' NOT NULL,
	"values" jsonb NOT NULL,
	"received_on" date NOT NULL,
	"effective_on" date,
	"verdict" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"plan_number" integer,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "change_notices_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "change_notices_number" UNIQUE("organisation_id","system_id","number")
);
--> statement-breakpoint
CREATE TABLE "change_plans" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kinds" text[] NOT NULL,
	"bounds" jsonb NOT NULL,
	"protocol" text NOT NULL,
	"impact" text NOT NULL,
	"agreed_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "change_plans_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "change_plans_number" UNIQUE("organisation_id","system_id","number")
);
--> statement-breakpoint
CREATE TABLE "model_versions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid NOT NULL,
	"version" text NOT NULL,
	"released_on" date,
	"model_type" text DEFAULT '' NOT NULL,
	"foundation_models" text DEFAULT '' NOT NULL,
	"algorithm" text,
	"learning" text,
	"uncertainty" text,
	"weights_hash" text DEFAULT '' NOT NULL,
	"thresholds" text[] DEFAULT '{}' NOT NULL,
	"mlflow" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"performance" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_versions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "model_versions_version" UNIQUE("organisation_id","system_id","version"),
	CONSTRAINT "model_versions_of_system" UNIQUE("organisation_id","system_id","id")
);
--> statement-breakpoint
ALTER TABLE "system_descriptions" ADD CONSTRAINT "system_descriptions_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_people" ADD CONSTRAINT "system_people_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_uses" ADD CONSTRAINT "dataset_uses_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_uses" ADD CONSTRAINT "dataset_uses_organisation_id_dataset_id_datasets_organisation_id_id_fk" FOREIGN KEY ("organisation_id","dataset_id") REFERENCES "public"."datasets"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_uses" ADD CONSTRAINT "dataset_uses_organisation_id_version_id_model_versions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."model_versions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_statements" ADD CONSTRAINT "recommendation_statements_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deployment_periods" ADD CONSTRAINT "deployment_periods_organisation_id_system_id_deployment_id_deployments_organisation_id_system_id_id_fk" FOREIGN KEY ("organisation_id","system_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deployment_periods" ADD CONSTRAINT "deployment_periods_organisation_id_system_id_version_id_model_versions_organisation_id_system_id_id_fk" FOREIGN KEY ("organisation_id","system_id","version_id") REFERENCES "public"."model_versions"("organisation_id","system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_organisation_id_site_id_sites_organisation_id_id_fk" FOREIGN KEY ("organisation_id","site_id") REFERENCES "public"."sites"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_events" ADD CONSTRAINT "stage_events_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_events" ADD CONSTRAINT "stage_events_organisation_id_system_id_deployment_id_deployments_organisation_id_system_id_id_fk" FOREIGN KEY ("organisation_id","system_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","system_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_imports" ADD CONSTRAINT "card_imports_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_notices" ADD CONSTRAINT "change_notices_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_plans" ADD CONSTRAINT "change_plans_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deployment_periods_of" ON "deployment_periods" USING btree ("organisation_id","deployment_id","valid_from");