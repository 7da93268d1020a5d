ALTER TABLE "code_assignments" ADD COLUMN "proposed_start" integer;--> statement-breakpoint
ALTER TABLE "code_assignments" ADD COLUMN "proposed_end" integer;--> statement-breakpoint
ALTER TABLE "code_assignments" ADD CONSTRAINT "code_assignments_proposed" CHECK (("code_assignments"."proposed_start" is null) = ("code_assignments"."proposed_end" is null)
        and ("code_assignments"."proposed_start" is null or "code_assignments"."origin" = 'accepted'));