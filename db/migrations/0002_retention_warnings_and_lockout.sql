ALTER TABLE "pseudonym_keys" DROP CONSTRAINT "pseudonym_keys_organisation_id_invitation_id_invitations_organisation_id_id_fk";
--> statement-breakpoint
ALTER TABLE "two_factor" ADD COLUMN "failed_verification_count" integer DEFAULT 0;--> statement-breakpoint
ALTER TABLE "two_factor" ADD COLUMN "locked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "studies" ADD COLUMN "retention_first_warning_on" date;--> statement-breakpoint
ALTER TABLE "studies" ADD COLUMN "retention_last_warning_on" date;--> statement-breakpoint
ALTER TABLE "pseudonym_keys" ADD CONSTRAINT "pseudonym_keys_organisation_id_invitation_id_invitations_organisation_id_id_fk" FOREIGN KEY ("organisation_id","invitation_id") REFERENCES "public"."invitations"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("organisation_id","action","number");