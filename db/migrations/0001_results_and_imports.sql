CREATE TABLE "import_drafts" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"content" text NOT NULL,
	"mapping" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_drafts_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "response_imports" ALTER COLUMN "wave_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "analysis_runs" ADD COLUMN "heartbeat_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "analysis_runs" ADD COLUMN "released_ids" uuid[];--> statement-breakpoint
ALTER TABLE "import_drafts" ADD CONSTRAINT "import_drafts_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_imports" ADD CONSTRAINT "response_imports_file" UNIQUE("organisation_id","study_id","file_hash");