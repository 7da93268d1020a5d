ALTER TABLE "sites" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "waves" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "sites" SET "name" = "sites"."name" || ' (' || "namesakes"."place" || ')' FROM (SELECT "organisation_id", "id", row_number() OVER (PARTITION BY "organisation_id", lower("name") ORDER BY "archived_on" NULLS FIRST, "name", "id") AS "place" FROM "sites") AS "namesakes" WHERE "namesakes"."organisation_id" = "sites"."organisation_id" AND "namesakes"."id" = "sites"."id" AND "namesakes"."place" > 1;--> statement-breakpoint
UPDATE "waves" SET "name" = "waves"."name" || ' (' || "namesakes"."place" || ')' FROM (SELECT "organisation_id", "id", row_number() OVER (PARTITION BY "organisation_id", "study_id", lower("name") ORDER BY "number") AS "place" FROM "waves") AS "namesakes" WHERE "namesakes"."organisation_id" = "waves"."organisation_id" AND "namesakes"."id" = "waves"."id" AND "namesakes"."place" > 1;--> statement-breakpoint
ALTER TABLE "sites" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "waves" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sites" DROP CONSTRAINT "sites_name";--> statement-breakpoint
CREATE UNIQUE INDEX "sites_name" ON "sites" USING btree ("organisation_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "waves_name" ON "waves" USING btree ("organisation_id","study_id",lower("name"));