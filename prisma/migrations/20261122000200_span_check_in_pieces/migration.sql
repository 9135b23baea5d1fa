-- The check that a span holds its excerpt, for many spans of a long text. substr() of a text counts characters from the
-- text's beginning, and copies it, at every call: 5,000 spans of 50,000 words took ten seconds. Each span is looked up in
-- a piece of the text instead, and each piece that is needed is cut out once.

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
  SELECT span."annotation_id" INTO wrong FROM (
    SELECT s."annotation_id", s."start_cp",
      lag(s."end_cp") OVER (PARTITION BY s."annotation_id", s."revision_id" ORDER BY s."position") AS "previous_end"
    FROM "anchor_span" AS s
    WHERE (s."annotation_id", s."revision_id") IN (SELECT "annotation_id", "revision_id" FROM new_spans)
  ) AS span WHERE span."previous_end" > span."start_cp" LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the spans of annotation % are not sorted and disjoint', wrong."annotation_id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_span_order';
  END IF;
  RETURN NULL;
END $$;
