-- The registry of sources: merging without loss, affiliations over time, pairs that are known to be two, the places of
-- a hop's cue and name in the text, and the hop at which an error was made.
-- The lists are held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

ALTER TABLE "source" DROP CONSTRAINT "source_type";
ALTER TABLE "source" ADD CONSTRAINT "source_type" CHECK ("type" IN ('person', 'organisation', 'outlet', 'document', 'anonymous', 'author'));

-- ---- merging: the row of a merged source stays, with what is its own ------------------------------------------

-- merged_into_id is what somebody merged it into, survivor_id the one that now stands for it: the end of that chain.
ALTER TABLE "source" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "source" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "source" ADD COLUMN "survivor_id" UUID;
ALTER TABLE "source" ADD CONSTRAINT "source_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source" ADD CONSTRAINT "source_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source" ADD CONSTRAINT "source_merged" CHECK (
  ("merged_into_id" IS NULL) = ("survivor_id" IS NULL) AND "merged_into_id" <> "id" AND "survivor_id" <> "id"
);
CREATE INDEX "source_merged_into_id_idx" ON "source"("merged_into_id");
CREATE INDEX "source_survivor_id_idx" ON "source"("survivor_id");

-- A name is unique among those that stand for themselves: the one that others were merged into may take theirs.
DROP INDEX "source_name_in_workspace";
DROP INDEX "source_name_in_article";
CREATE UNIQUE INDEX "source_name_in_workspace" ON "source" ("workspace_id", "type", "folded_name") WHERE "article_id" IS NULL AND "merged_into_id" IS NULL;
CREATE UNIQUE INDEX "source_name_in_article" ON "source" ("article_id", "type", "folded_name") WHERE "article_id" IS NOT NULL AND "merged_into_id" IS NULL;

-- ---- hops: what was recorded, and where the text says it ------------------------------------------------------

-- source_id is always the one that stands for it; recorded_id the one that was named, where that was merged since.
ALTER TABLE "attribution_hop" ADD COLUMN "recorded_id" UUID;
-- The name that was written, where it is not the main one of the source that was named.
ALTER TABLE "attribution_hop" ADD COLUMN "named_as" TEXT;
ALTER TABLE "attribution_hop" ADD COLUMN "spans_revision_id" UUID;
ALTER TABLE "attribution_hop" ADD COLUMN "cue_start_cp" INTEGER;
ALTER TABLE "attribution_hop" ADD COLUMN "cue_end_cp" INTEGER;
ALTER TABLE "attribution_hop" ADD COLUMN "cue_exact" TEXT;
ALTER TABLE "attribution_hop" ADD COLUMN "name_start_cp" INTEGER;
ALTER TABLE "attribution_hop" ADD COLUMN "name_end_cp" INTEGER;
ALTER TABLE "attribution_hop" ADD COLUMN "name_exact" TEXT;
ALTER TABLE "attribution_hop" ADD CONSTRAINT "attribution_hop_recorded_id_fkey" FOREIGN KEY ("recorded_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attribution_hop" ADD CONSTRAINT "attribution_hop_spans_revision_id_fkey" FOREIGN KEY ("spans_revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "attribution_hop" ADD CONSTRAINT "attribution_hop_recorded" CHECK ("recorded_id" <> "source_id");
ALTER TABLE "attribution_hop" ADD CONSTRAINT "attribution_hop_spans" CHECK (
  ("spans_revision_id" IS NULL) = ("cue_exact" IS NULL AND "name_exact" IS NULL)
  AND ("cue_exact" IS NULL) = ("cue_start_cp" IS NULL) AND ("cue_exact" IS NULL) = ("cue_end_cp" IS NULL)
  AND ("name_exact" IS NULL) = ("name_start_cp" IS NULL) AND ("name_exact" IS NULL) = ("name_end_cp" IS NULL)
  AND "cue_start_cp" >= 0 AND "cue_end_cp" > "cue_start_cp" AND "name_start_cp" >= 0 AND "name_end_cp" > "name_start_cp"
);
CREATE INDEX "attribution_hop_recorded_id_idx" ON "attribution_hop"("recorded_id") WHERE "recorded_id" IS NOT NULL;

-- A hop that names a merged source is put down to the one that stands for it. The lock makes it wait for a merge
-- that is under way, which has the row for itself.
CREATE FUNCTION "follow_merged_source"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  survivor uuid;
BEGIN
  SELECT "survivor_id" INTO survivor FROM "source" WHERE "id" = NEW."source_id" FOR KEY SHARE;
  IF survivor IS NOT NULL THEN
    NEW."recorded_id" := coalesce(NEW."recorded_id", NEW."source_id");
    NEW."source_id" := survivor;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "attribution_hop_follows_merges" BEFORE INSERT ON "attribution_hop"
  FOR EACH ROW EXECUTE FUNCTION "follow_merged_source"();

-- The words of a cue or name stand where they are said to stand.
CREATE FUNCTION "check_hop_spans"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong record;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM new_hops WHERE "spans_revision_id" IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  SELECT h."annotation_id", h."position" INTO wrong FROM new_hops h JOIN "revision" r ON r."id" = h."spans_revision_id"
    WHERE substr(r."text", h."cue_start_cp" + 1, h."cue_end_cp" - h."cue_start_cp") IS DISTINCT FROM h."cue_exact"
      OR substr(r."text", h."name_start_cp" + 1, h."name_end_cp" - h."name_start_cp") IS DISTINCT FROM h."name_exact"
    LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'hop % of annotation % does not hold its excerpt', wrong."position", wrong."annotation_id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'attribution_hop_excerpt';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "attribution_hop_inserted" AFTER INSERT ON "attribution_hop"
  REFERENCING NEW TABLE AS new_hops FOR EACH STATEMENT EXECUTE FUNCTION "check_hop_spans"();
CREATE TRIGGER "attribution_hop_updated" AFTER UPDATE ON "attribution_hop"
  REFERENCING NEW TABLE AS new_hops FOR EACH STATEMENT EXECUTE FUNCTION "check_hop_spans"();

-- ---- affiliations over time -----------------------------------------------------------------------------------

CREATE TABLE "source_affiliation" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "organisation" TEXT,
    "organisation_id" UUID,
    "from_date" TEXT,
    "until_date" TEXT,
    "basis" TEXT NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_affiliation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "source_affiliation_source_id_idx" ON "source_affiliation"("source_id");
CREATE INDEX "source_affiliation_organisation_id_idx" ON "source_affiliation"("organisation_id");
ALTER TABLE "source_affiliation" ADD CONSTRAINT "source_affiliation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "source_affiliation" ADD CONSTRAINT "source_affiliation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "source_affiliation" ADD CONSTRAINT "source_affiliation_basis" CHECK ("basis" IN ('stated', 'inferred', 'editor'));
-- A year, a month or a day, as exactly as it is known.
ALTER TABLE "source_affiliation" ADD CONSTRAINT "source_affiliation_dates" CHECK (
  "from_date" ~ '^\d{4}(-\d{2}(-\d{2})?)?$' AND "until_date" ~ '^\d{4}(-\d{2}(-\d{2})?)?$'
);

-- ---- two that look alike and are not ---------------------------------------------------------------------------

CREATE TABLE "source_distinction" (
    "source_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_distinction_pkey" PRIMARY KEY ("source_id","other_id")
);
CREATE INDEX "source_distinction_other_id_idx" ON "source_distinction"("other_id");
ALTER TABLE "source_distinction" ADD CONSTRAINT "source_distinction_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "source_distinction" ADD CONSTRAINT "source_distinction_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "source_distinction" ADD CONSTRAINT "source_distinction_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "source_distinction" ADD CONSTRAINT "source_distinction_order" CHECK ("source_id" < "other_id");

-- ---- the hop at which an error was made ------------------------------------------------------------------------

-- The hop's place in the chain, innermost first, with its source as it was then; -1 is the article itself.
ALTER TABLE "verification" ADD COLUMN "error_hop" INTEGER;
ALTER TABLE "verification" ADD COLUMN "error_source_id" UUID;
ALTER TABLE "verification" ADD CONSTRAINT "verification_error_source_id_fkey" FOREIGN KEY ("error_source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verification" ADD CONSTRAINT "verification_error" CHECK ("error_hop" >= -1 AND (coalesce("error_hop", -1) >= 0) = ("error_source_id" IS NOT NULL));
CREATE INDEX "verification_error_source_id_idx" ON "verification"("error_source_id") WHERE "error_source_id" IS NOT NULL;
