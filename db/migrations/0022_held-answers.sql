ALTER TABLE "theme_flags" ADD COLUMN "held_on" date;--> statement-breakpoint
ALTER TABLE "theme_replies" ADD COLUMN "held_on" date;