CREATE TABLE "deployment_evaluations" (
	"organisation_id" uuid NOT NULL,
	"deployment_id" uuid NOT NULL,
	"as_of" date NOT NULL,
	"inputs" text NOT NULL,
	"metrics" jsonb NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deployment_evaluations_organisation_id_deployment_id_pk" PRIMARY KEY("organisation_id","deployment_id")
);
--> statement-breakpoint
ALTER TABLE "model_versions" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "deployment_evaluations" ADD CONSTRAINT "deployment_evaluations_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;