-- The same rules and the same folded words as before, found faster where much is written at once.

-- Most words are plain or have typographer's quotes and dashes, and need no normal form. Of the rest, only white space that
-- is no single blank has to be replaced: replacing each blank by itself took most of the time.
CREATE OR REPLACE FUNCTION "folded_words"("words" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN "words" !~ '[^ -~’‘“”„«»‐‑–—]|  '
    THEN lower(btrim(translate("words", '’‘“”„«»‐‑–—', '''''"""""----')))
    ELSE lower(btrim(regexp_replace(translate(
      regexp_replace(normalize("words", NFKD), '[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u00ad]', '', 'g'),
      '’‘“”„«»‐‑–—', '''''"""""----'), '\s\s+|(?! )\s', ' ', 'g'))) END
$$;

-- Characters of two and more bytes are found by counting from the start of a text, so a text is cut in one go into parts of
-- which every span needs one or two. 255 is the longest that the pattern can ask for.
CREATE OR REPLACE FUNCTION "check_anchor_spans"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part CONSTANT integer := 255;
  touched record;
  parts text[];
  wrong record;
BEGIN
  FOR touched IN SELECT DISTINCT "revision_id" FROM new_spans LOOP
    parts := ARRAY(SELECT piece[1] FROM "revision" AS r, regexp_matches(r."text", '.{1,255}', 'g') AS piece
      WHERE r."id" = touched."revision_id");
    SELECT span.* INTO wrong FROM new_spans AS span
      WHERE span."revision_id" = touched."revision_id" AND CASE
        WHEN span."start_cp" < 0 OR span."end_cp" <= span."start_cp" THEN true
        WHEN span."end_cp" - span."start_cp" <> char_length(span."exact") THEN true
        ELSE substr(
          (SELECT string_agg(parts[i], '' ORDER BY i)
           FROM generate_series(span."start_cp" / part + 1, (span."end_cp" - 1) / part + 1) AS i),
          span."start_cp" % part + 1, span."end_cp" - span."start_cp") IS DISTINCT FROM span."exact"
      END
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'span [%, %) of annotation % does not hold its excerpt', wrong."start_cp", wrong."end_cp", wrong."annotation_id"
        USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_span_excerpt';
    END IF;
  END LOOP;
  -- Spans are looked up one by one: joined all at once, the whole table may be read instead.
  SELECT span."annotation_id" INTO wrong FROM new_spans AS span CROSS JOIN LATERAL (
    SELECT 1 FROM "anchor_span" AS other
    WHERE other."annotation_id" = span."annotation_id" AND other."revision_id" = span."revision_id"
      AND (other."position" < span."position" AND other."end_cp" > span."start_cp"
        OR other."position" > span."position" AND other."start_cp" < span."end_cp")
    OFFSET 0
  ) AS beside LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the spans of annotation % are not sorted and disjoint', wrong."annotation_id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_span_order';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "check_hop_spans"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part CONSTANT integer := 255;
  touched record;
  parts text[];
  wrong record;
BEGIN
  FOR touched IN SELECT DISTINCT "spans_revision_id" FROM new_hops WHERE "spans_revision_id" IS NOT NULL LOOP
    parts := ARRAY(SELECT piece[1] FROM "revision" AS r, regexp_matches(r."text", '.{1,255}', 'g') AS piece
      WHERE r."id" = touched."spans_revision_id");
    SELECT hop."annotation_id", hop."position" INTO wrong
      FROM new_hops AS hop CROSS JOIN LATERAL (VALUES
        (hop."cue_start_cp", hop."cue_end_cp", hop."cue_exact"), (hop."name_start_cp", hop."name_end_cp", hop."name_exact")
      ) AS said ("start_cp", "end_cp", "exact")
      WHERE hop."spans_revision_id" = touched."spans_revision_id" AND CASE
        WHEN said."exact" IS NULL THEN false
        WHEN said."end_cp" - said."start_cp" <> char_length(said."exact") THEN true
        ELSE substr(
          (SELECT string_agg(parts[i], '' ORDER BY i)
           FROM generate_series(said."start_cp" / part + 1, (said."end_cp" - 1) / part + 1) AS i),
          said."start_cp" % part + 1, said."end_cp" - said."start_cp") IS DISTINCT FROM said."exact"
      END
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'hop % of annotation % does not hold its excerpt', wrong."position", wrong."annotation_id"
        USING ERRCODE = 'check_violation', CONSTRAINT = 'attribution_hop_excerpt';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
