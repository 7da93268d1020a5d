CREATE TABLE "clause_checks" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"applies_from" date,
	"source" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"checked_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clause_checks_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "clause_checks_number" UNIQUE("organisation_id","code","number")
);
--> statement-breakpoint
CREATE TABLE "dataset_statements" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid NOT NULL,
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"stated_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dataset_statements_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "dataset_statements_number" UNIQUE("organisation_id","dataset_id","code","number")
);
--> statement-breakpoint
CREATE TABLE "transfer_answers" (
	"organisation_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"answered_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transfer_answers_organisation_id_notice_id_pk" PRIMARY KEY("organisation_id","notice_id")
);
--> statement-breakpoint
CREATE TABLE "transfer_notices" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"system_id" uuid NOT NULL,
	"description_number" integer NOT NULL,
	"field" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transfer_notices_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "transfer_notices_once" UNIQUE("organisation_id","system_id","description_number","field")
);
--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "people" integer;--> statement-breakpoint
ALTER TABLE "dataset_statements" ADD CONSTRAINT "dataset_statements_organisation_id_dataset_id_datasets_organisation_id_id_fk" FOREIGN KEY ("organisation_id","dataset_id") REFERENCES "public"."datasets"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_answers" ADD CONSTRAINT "transfer_answers_organisation_id_notice_id_transfer_notices_organisation_id_id_fk" FOREIGN KEY ("organisation_id","notice_id") REFERENCES "public"."transfer_notices"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_notices" ADD CONSTRAINT "transfer_notices_organisation_id_system_id_ai_systems_organisation_id_id_fk" FOREIGN KEY ("organisation_id","system_id") REFERENCES "public"."ai_systems"("organisation_id","id") ON DELETE no action ON UPDATE no action;