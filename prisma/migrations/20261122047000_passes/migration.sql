-- Blind passes. What is made in one lies in the same tables as what everybody sees, and nobody's query may come upon it
-- by not thinking of it: so the tables have other names now, and the names that all queries use are views that hold the
-- shared layer alone. A transaction that names a pass in touchstone.pass sees that one besides, and what it writes is of it.

CREATE TABLE "pass" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "annotator_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "seq" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "revealed_at" TIMESTAMPTZ(3),
    "revealed_by_id" UUID,

    CONSTRAINT "pass_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "pass" ADD CONSTRAINT "pass_state" CHECK ("state" IN ('open', 'submitted', 'revealed'));
ALTER TABLE "pass" ADD CONSTRAINT "pass_times" CHECK (
  ("state" <> 'open') = ("submitted_at" IS NOT NULL) AND ("state" = 'revealed') = ("revealed_at" IS NOT NULL)
);
CREATE UNIQUE INDEX "pass_article_id_annotator_id_key" ON "pass"("article_id", "annotator_id");
CREATE INDEX "pass_annotator_id_idx" ON "pass"("annotator_id");
ALTER TABLE "pass" ADD CONSTRAINT "pass_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "pass" ADD CONSTRAINT "pass_annotator_id_fkey" FOREIGN KEY ("annotator_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pass" ADD CONSTRAINT "pass_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "pass" ADD CONSTRAINT "pass_revealed_by_id_fkey" FOREIGN KEY ("revealed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A pass that was submitted stays as it is; one that was revealed cannot be hidden again.
CREATE FUNCTION "keep_pass_closed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'open' OR (OLD."state" = 'submitted' AND NEW."state" <> 'open') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'pass % was %', OLD."id", OLD."state" USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "pass_stays_closed" BEFORE UPDATE OF "state", "seq", "submitted_at", "revealed_at" ON "pass"
  FOR EACH ROW EXECUTE FUNCTION "keep_pass_closed"();

-- ---- the layer that a transaction is in -----------------------------------------------------------------------

-- The setting is local to the transaction; afterwards it is empty, not absent.
CREATE FUNCTION "open_pass"() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('touchstone.pass', true), '')
$$;

ALTER TABLE "annotation" RENAME TO "every_annotation";
ALTER TABLE "event" RENAME TO "every_event";
ALTER TABLE "source" RENAME TO "every_source";

ALTER TABLE "every_source" ADD COLUMN "layer" TEXT NOT NULL DEFAULT 'shared';
ALTER TABLE "every_annotation" ALTER COLUMN "layer" SET DEFAULT coalesce("open_pass"(), 'shared');
ALTER TABLE "every_event" ALTER COLUMN "layer" SET DEFAULT coalesce("open_pass"(), 'shared');
ALTER TABLE "every_source" ALTER COLUMN "layer" SET DEFAULT coalesce("open_pass"(), 'shared');

-- The same name may be in the shared layer and, for whoever could not see that, in a pass.
DROP INDEX "source_name_in_workspace";
DROP INDEX "source_name_in_article";
CREATE UNIQUE INDEX "source_name_in_workspace" ON "every_source" ("workspace_id", "type", "folded_name", "layer")
  WHERE "article_id" IS NULL AND "merged_into_id" IS NULL;
CREATE UNIQUE INDEX "source_name_in_article" ON "every_source" ("article_id", "type", "folded_name", "layer")
  WHERE "article_id" IS NOT NULL AND "merged_into_id" IS NULL;

CREATE VIEW "annotation" AS SELECT * FROM "every_annotation"
  WHERE "layer" = 'shared' OR "layer" = current_setting('touchstone.pass', true)
  WITH CHECK OPTION;
CREATE VIEW "event" AS SELECT * FROM "every_event"
  WHERE "layer" = 'shared' OR "layer" = current_setting('touchstone.pass', true)
  WITH CHECK OPTION;
CREATE VIEW "source" AS SELECT * FROM "every_source"
  WHERE "layer" = 'shared' OR "layer" = current_setting('touchstone.pass', true)
  WITH CHECK OPTION;

-- A layer is the shared one or a pass that there is.
ALTER TABLE "every_annotation" DROP CONSTRAINT "annotation_layer";
ALTER TABLE "every_annotation" ADD COLUMN "pass_id" UUID
  GENERATED ALWAYS AS (CASE WHEN "layer" <> 'shared' THEN "layer"::uuid END) STORED;
ALTER TABLE "every_source" ADD COLUMN "pass_id" UUID
  GENERATED ALWAYS AS (CASE WHEN "layer" <> 'shared' THEN "layer"::uuid END) STORED;
ALTER TABLE "every_annotation" ADD CONSTRAINT "annotation_pass_id_fkey" FOREIGN KEY ("pass_id") REFERENCES "pass"("id") ON DELETE CASCADE;
ALTER TABLE "every_source" ADD CONSTRAINT "source_pass_id_fkey" FOREIGN KEY ("pass_id") REFERENCES "pass"("id") ON DELETE CASCADE;
CREATE INDEX "annotation_pass_id_idx" ON "every_annotation"("pass_id") WHERE "pass_id" IS NOT NULL;
CREATE INDEX "source_pass_id_idx" ON "every_source"("pass_id") WHERE "pass_id" IS NOT NULL;
