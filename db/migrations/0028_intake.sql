CREATE TABLE "batch_withdrawals" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"token_id" uuid,
	"user_id" text,
	"withdrawn" integer NOT NULL,
	"restored" integer NOT NULL,
	"replaced_before" integer NOT NULL,
	"withdrawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "batch_withdrawals_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "batch_withdrawals_of_batch" UNIQUE("organisation_id","batch_id")
);
--> statement-breakpoint
CREATE TABLE "hook_deliveries" (
	"organisation_id" uuid NOT NULL,
	"hook_id" uuid NOT NULL,
	"delivery_id" text NOT NULL,
	"event" text NOT NULL,
	"version" text DEFAULT '' NOT NULL,
	"outcome" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hook_deliveries_organisation_id_hook_id_delivery_id_pk" PRIMARY KEY("organisation_id","hook_id","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "registry_hooks" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"deployment_id" uuid NOT NULL,
	"model_name" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	CONSTRAINT "registry_hooks_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "monitoring_records" ADD COLUMN "restores" uuid;--> statement-breakpoint
ALTER TABLE "batch_withdrawals" ADD CONSTRAINT "batch_withdrawals_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_withdrawals" ADD CONSTRAINT "batch_withdrawals_organisation_id_batch_id_monitoring_batches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","batch_id") REFERENCES "public"."monitoring_batches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_withdrawals" ADD CONSTRAINT "batch_withdrawals_organisation_id_token_id_api_tokens_organisation_id_id_fk" FOREIGN KEY ("organisation_id","token_id") REFERENCES "public"."api_tokens"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook_deliveries" ADD CONSTRAINT "hook_deliveries_organisation_id_hook_id_registry_hooks_organisation_id_id_fk" FOREIGN KEY ("organisation_id","hook_id") REFERENCES "public"."registry_hooks"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_hooks" ADD CONSTRAINT "registry_hooks_organisation_id_deployment_id_deployments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deployment_id") REFERENCES "public"."deployments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batch_withdrawals_of" ON "batch_withdrawals" USING btree ("organisation_id","deployment_id");--> statement-breakpoint
CREATE INDEX "registry_hooks_of" ON "registry_hooks" USING btree ("organisation_id","deployment_id");--> statement-breakpoint
CREATE INDEX "monitoring_records_restored" ON "monitoring_records" USING btree ("organisation_id","restores") WHERE restores is not null;