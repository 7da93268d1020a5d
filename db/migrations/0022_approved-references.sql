ALTER TABLE "reference_distributions" ADD COLUMN "baseline_from" date;--> statement-breakpoint
ALTER TABLE "reference_distributions" ADD COLUMN "baseline_to" date;--> statement-breakpoint
ALTER TABLE "reference_distributions" ADD COLUMN "approved_by" text DEFAULT '' NOT NULL;