ALTER TABLE "panel_outputs" ALTER COLUMN "acknowledgement" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "panel_outputs" ALTER COLUMN "acknowledgement" SET DATA TYPE jsonb USING CASE WHEN "acknowledgement" = '' THEN '{}'::jsonb ELSE jsonb_build_object('en', "acknowledgement") END;--> statement-breakpoint
ALTER TABLE "panel_outputs" ALTER COLUMN "acknowledgement" SET DEFAULT '{}'::jsonb;
