-- Under which licence an article may be passed on, and how much of its words with it. Offsets and annotations are free in any case.
ALTER TABLE "article"
  ADD COLUMN "licence" TEXT,
  ADD COLUMN "licence_url" TEXT,
  ADD COLUMN "rights_holder" TEXT,
  ADD COLUMN "text_allowed" TEXT,
  ADD COLUMN "licence_version" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "article" ADD CONSTRAINT "article_text_allowed"
  CHECK ("text_allowed" IN ('full', 'excerpts', 'offsets'));

-- The rule that spans hold their excerpts, sorted and disjoint, as before; what is said of it in 20261122000100_rules holds.
CREATE OR REPLACE FUNCTION "check_anchor_spans"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- A piece is twice as long as the step to the next, so that a span of up to one step lies in the piece it begins in.
  step CONSTANT integer := 4096;
  touched record;
  whole text;
  wrong record;
BEGIN
  -- Grouped by revision, so that a bulk insert reads each text once.
  FOR touched IN SELECT DISTINCT "revision_id" FROM new_spans LOOP
    -- Joined to nothing: what is read from the table is compressed, and would be unpacked at every call.
    SELECT "text" || '' INTO whole FROM "revision" WHERE "id" = touched."revision_id";
    WITH spans AS MATERIALIZED (
      SELECT *, "start_cp" / step AS "piece" FROM new_spans WHERE "revision_id" = touched."revision_id"
    ), pieces AS MATERIALIZED (
      SELECT "piece", substr(whole, "piece" * step + 1, 2 * step) AS "part"
      FROM (SELECT DISTINCT "piece" FROM spans WHERE "start_cp" >= 0) AS needed
    )
    SELECT span.* INTO wrong FROM spans AS span LEFT JOIN pieces AS piece ON piece."piece" = span."piece"
      WHERE CASE
        WHEN span."start_cp" < 0 OR span."end_cp" <= span."start_cp" THEN true
        WHEN span."end_cp" - span."start_cp" <= step
          THEN substr(piece."part", span."start_cp" % step + 1, span."end_cp" - span."start_cp") IS DISTINCT FROM span."exact"
        ELSE substr(whole, span."start_cp" + 1, span."end_cp" - span."start_cp") IS DISTINCT FROM span."exact"
      END
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'span [%, %) of annotation % does not hold its excerpt', wrong."start_cp", wrong."end_cp", wrong."annotation_id"
        USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_span_excerpt';
    END IF;
  END LOOP;
  -- The annotations are looked up one by one: joined to all spans at once, the whole table may be read instead.
  SELECT touched_one."annotation_id" INTO wrong FROM (
    SELECT DISTINCT "annotation_id", "revision_id" FROM new_spans
  ) AS touched_one CROSS JOIN LATERAL (
    SELECT bool_or(span."previous_end" > span."start_cp") AS "is_wrong" FROM (
      SELECT s."start_cp", lag(s."end_cp") OVER (ORDER BY s."position") AS "previous_end" FROM "anchor_span" AS s
      WHERE s."annotation_id" = touched_one."annotation_id" AND s."revision_id" = touched_one."revision_id"
    ) AS span
  ) AS looked WHERE looked."is_wrong" LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the spans of annotation % are not sorted and disjoint', wrong."annotation_id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_span_order';
  END IF;
  RETURN NULL;
END $$;
