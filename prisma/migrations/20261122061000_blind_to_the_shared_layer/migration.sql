-- Whoever annotates an article blind sees nothing of its shared layer: that is where what others marked goes once it is
-- revealed and adjudicated. A transaction that reads for such a person names their articles in touchstone.blind, an array
-- literal; for everybody else the setting is absent or empty, and the views are what they were.

CREATE FUNCTION "blind_articles"() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(current_setting('touchstone.blind', true), ''), '{}')::uuid[]
$$;

CREATE INDEX "pass_open_of_annotator" ON "pass"("annotator_id") WHERE "state" = 'open';

-- ---- the article in which a source was first named -------------------------------------------------------------

-- Null for a source that somebody registered.
ALTER TABLE "every_source" ADD COLUMN "first_named_in" UUID;
ALTER TABLE "every_source" ADD CONSTRAINT "source_first_named_in_fkey"
  FOREIGN KEY ("first_named_in") REFERENCES "article"("id") ON DELETE SET NULL;
CREATE INDEX "source_first_named_in_idx" ON "every_source"("first_named_in");
-- Nobody has kept it for those that there are; where one article alone names one, it was that.
UPDATE "every_source" s SET "first_named_in" = only_one."article_id"
FROM (SELECT h."source_id", (array_agg(DISTINCT a."article_id"))[1] AS "article_id"
      FROM "attribution_hop" h JOIN "every_annotation" a ON a."id" = h."annotation_id"
      GROUP BY h."source_id" HAVING count(DISTINCT a."article_id") = 1) only_one
WHERE only_one."source_id" = s."id";

-- Whether a source is named, or blamed, where a reader sees it: outside the articles that they annotate blind, or in the
-- pass that is open to the transaction. A function, so that the planner does not count its cost where nobody is blind.
CREATE FUNCTION "is_named_in_sight"("of_source" uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM "attribution_hop" h JOIN "every_annotation" a ON a."id" = h."annotation_id"
    WHERE "of_source" IN (h."source_id", h."recorded_id")
      AND (a."layer" = current_setting('touchstone.pass', true)
        OR (a."layer" = 'shared' AND a."article_id" <> ALL ("blind_articles"()))));
END $$;

-- ---- the views -------------------------------------------------------------------------------------------------

CREATE OR REPLACE VIEW "annotation" AS SELECT * FROM "every_annotation"
  WHERE ("layer" = 'shared' AND "article_id" <> ALL ("blind_articles"()))
    OR "layer" = current_setting('touchstone.pass', true)
  WITH CHECK OPTION;

CREATE OR REPLACE VIEW "event" AS SELECT * FROM "every_event"
  WHERE ("layer" = 'shared' AND "article_id" <> ALL ("blind_articles"()))
    OR "layer" = current_setting('touchstone.pass', true)
  WITH CHECK OPTION;

CREATE OR REPLACE VIEW "source" AS SELECT * FROM "every_source"
  WHERE ("layer" = 'shared'
      AND ("first_named_in" IS NULL OR "first_named_in" <> ALL ("blind_articles"()) OR "is_named_in_sight"("id")))
    OR "layer" = current_setting('touchstone.pass', true)
  WITH CHECK OPTION;
