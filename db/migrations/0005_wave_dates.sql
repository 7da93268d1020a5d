ALTER TABLE "waves" ADD COLUMN "planned_opening" date;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "planned_closing" date;