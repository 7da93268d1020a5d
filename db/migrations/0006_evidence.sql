CREATE TABLE "evidence" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"instrument_id" uuid NOT NULL,
	"language" text NOT NULL,
	"population" text NOT NULL,
	"finding" jsonb NOT NULL,
	"origin" jsonb NOT NULL,
	"n" integer NOT NULL,
	"on" date NOT NULL,
	"items_hash" text NOT NULL,
	"content_hash" text NOT NULL,
	"entered_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "evidence_content" UNIQUE("organisation_id","instrument_id","content_hash")
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organisation_id_instrument_id_instruments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","instrument_id") REFERENCES "public"."instruments"("organisation_id","id") ON DELETE cascade ON UPDATE no action;