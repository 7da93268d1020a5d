ALTER TABLE "theme_drafts" ADD COLUMN "wanted" integer;--> statement-breakpoint
ALTER TABLE "theme_drafts" ADD COLUMN "merges" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
-- Drafts hold more now, and are computed anew at a click.
DELETE FROM "theme_drafts";
