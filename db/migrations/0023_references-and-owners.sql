ALTER TABLE "reference_distributions" ADD COLUMN "baseline_from" date;--> statement-breakpoint
ALTER TABLE "reference_distributions" ADD COLUMN "baseline_to" date;--> statement-breakpoint
ALTER TABLE "reference_distributions" ADD COLUMN "approved_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_metrics" DROP COLUMN "owner_user_id";