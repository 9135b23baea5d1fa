-- Who checks an annotation, by when and how pressingly; and the day as of which a claim is judged.
-- The list of priorities is held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

ALTER TABLE "annotation" ADD COLUMN "claim_judged_as_of" DATE;

CREATE TABLE "desk_check" (
    "annotation_id" UUID NOT NULL,
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "due_on" DATE,
    "assignee_id" UUID,
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "desk_check_pkey" PRIMARY KEY ("annotation_id"),
    CONSTRAINT "desk_check_priority" CHECK ("priority" IN ('low', 'normal', 'high', 'urgent')),
    CONSTRAINT "desk_check_taken" CHECK (num_nulls("taken_by_id", "taken_at", "seen_at") IN (0, 3))
);

CREATE INDEX "desk_check_assignee_id_idx" ON "desk_check"("assignee_id");
CREATE INDEX "desk_check_taken_by_id_idx" ON "desk_check"("taken_by_id");

ALTER TABLE "desk_check" ADD CONSTRAINT "desk_check_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "desk_check" ADD CONSTRAINT "desk_check_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "desk_check" ADD CONSTRAINT "desk_check_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever leaves a workspace leaves its checks: nothing may wait for somebody who will not come.
CREATE FUNCTION "free_checks_of_former_member"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "desk_check" c SET
    "assignee_id" = nullif(c."assignee_id", OLD."user_id"),
    "taken_at" = CASE WHEN c."taken_by_id" = OLD."user_id" THEN NULL ELSE c."taken_at" END,
    "seen_at" = CASE WHEN c."taken_by_id" = OLD."user_id" THEN NULL ELSE c."seen_at" END,
    "taken_by_id" = nullif(c."taken_by_id", OLD."user_id"),
    "version" = c."version" + 1
  FROM "annotation" a JOIN "article" t ON t."id" = a."article_id"
  WHERE a."id" = c."annotation_id" AND t."workspace_id" = OLD."workspace_id"
    AND (c."assignee_id" = OLD."user_id" OR c."taken_by_id" = OLD."user_id");
  RETURN NULL;
END $$;
CREATE TRIGGER "membership_frees_checks" AFTER DELETE ON "membership"
  FOR EACH ROW EXECUTE FUNCTION "free_checks_of_former_member"();
