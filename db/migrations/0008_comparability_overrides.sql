CREATE TABLE "comparability_overrides" (
	"organisation_id" uuid NOT NULL,
	"study_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"decided_by" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comparability_overrides_organisation_id_study_id_dimension_pk" PRIMARY KEY("organisation_id","study_id","dimension")
);
--> statement-breakpoint
ALTER TABLE "comparability_overrides" ADD CONSTRAINT "comparability_overrides_organisation_id_study_id_studies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","study_id") REFERENCES "public"."studies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;