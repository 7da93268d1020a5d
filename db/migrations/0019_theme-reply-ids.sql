ALTER TABLE "theme_replies" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
-- Reports held these words themselves; whoever wants them printed publishes again.
UPDATE "panel_reports" SET
  "content" = jsonb_set(jsonb_set("content", '{check,printed}', '[]'), '{flags}', '[]'),
  "superseded_on" = coalesce("superseded_on", current_date)
WHERE "kind" = 'themes';
