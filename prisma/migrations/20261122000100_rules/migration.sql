-- What the schema language cannot say: closed vocabularies, the anchoring rule, append-only history.
-- The lists are held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

-- ---- vocabularies ------------------------------------------------------------------------------------------

ALTER TABLE "membership" ADD CONSTRAINT "membership_role" CHECK ("role" IN ('reader', 'annotator', 'editor', 'owner'));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_role" CHECK ("role" IN ('reader', 'annotator', 'editor', 'owner'));
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_scope" CHECK ("scope" IN ('read', 'write'));
ALTER TABLE "article" ADD CONSTRAINT "article_precision" CHECK ("published_at_precision" IN ('day', 'month', 'year'));
ALTER TABLE "article" ADD CONSTRAINT "article_basis" CHECK ("published_at_basis" IN ('stated', 'inferred', 'editor'));
ALTER TABLE "source" ADD CONSTRAINT "source_type" CHECK ("type" IN ('person', 'organisation', 'document', 'anonymous', 'author'));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_layer" CHECK ("layer" IN ('shared'));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_status" CHECK (
  ("kind" = 'claim' AND "status" IN ('unverified', 'in_review', 'supported', 'refuted', 'conflicting', 'not_enough_evidence'))
  OR ("kind" = 'quote' AND "status" IN ('unverified', 'in_review', 'accurate', 'altered', 'out_of_context', 'misattributed', 'fabricated', 'not_enough_evidence'))
  OR ("kind" = 'prediction' AND "status" IN ('pending', 'in_review', 'came_true', 'partly_true', 'did_not_come_true', 'condition_not_met', 'unresolvable'))
);
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_anchor_state" CHECK ("anchor_state" IN ('exact', 'moved', 'changed', 'orphaned'));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_quote_form" CHECK ("quote_form" IN ('direct', 'indirect', 'mixed'));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_claim_details" CHECK (
  "kind" = 'claim' OR ("claim_normalized" IS NULL AND "claim_checkworthy" IS NULL)
);
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_quote_details" CHECK ("kind" = 'quote' OR "quote_form" IS NULL);
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_prediction_details" CHECK (
  "kind" = 'prediction' OR ("horizon_text" IS NULL AND "deadline" IS NULL AND "condition" IS NULL
    AND "likelihood_words" IS NULL AND "probability" IS NULL AND "criteria" IS NULL)
);
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_probability" CHECK ("probability" BETWEEN 0 AND 1);
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_state" CHECK ("state" IN ('exact', 'moved', 'changed', 'orphaned'));
ALTER TABLE "attribution_hop" ADD CONSTRAINT "attribution_hop_mode" CHECK ("mode" IN ('named', 'anonymous', 'author'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_stance" CHECK ("stance" IN ('supports', 'refutes', 'context'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_place" CHECK (
  "url" IS NOT NULL OR "annotation_id" IS NOT NULL
  OR ("article_id" IS NOT NULL AND "revision_id" IS NOT NULL AND "start_cp" IS NOT NULL AND "end_cp" IS NOT NULL)
);
ALTER TABLE "event" ADD CONSTRAINT "event_type" CHECK ("type" IN (
  'annotation_created', 'annotation_revised', 'annotation_deleted', 'annotation_restored', 'annotation_reanchored', 'verification_recorded'
));

-- ---- names of sources: one row per name and type, in the workspace or, for anonymous ones and authors, in the article

CREATE UNIQUE INDEX "source_name_in_workspace" ON "source" ("workspace_id", "type", "folded_name") WHERE "article_id" IS NULL;
CREATE UNIQUE INDEX "source_name_in_article" ON "source" ("article_id", "type", "folded_name") WHERE "article_id" IS NOT NULL;
ALTER TABLE "source" ADD CONSTRAINT "source_scope" CHECK (("type" IN ('anonymous', 'author')) = ("article_id" IS NOT NULL));

-- ---- invariant 1 and 2: a span holds its excerpt; the spans of an anchor are sorted and disjoint ---------------

-- substr() of a text counts characters from its beginning, and copies it, at every call. For many spans of a long text
-- each one is looked up in a piece of the text instead, and each piece that is needed is cut out once.
CREATE FUNCTION "check_anchor_spans"() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE TRIGGER "anchor_span_inserted" AFTER INSERT ON "anchor_span"
  REFERENCING NEW TABLE AS new_spans FOR EACH STATEMENT EXECUTE FUNCTION "check_anchor_spans"();
CREATE TRIGGER "anchor_span_updated" AFTER UPDATE ON "anchor_span"
  REFERENCING NEW TABLE AS new_spans FOR EACH STATEMENT EXECUTE FUNCTION "check_anchor_spans"();

-- ---- a revision's text never changes; history is append-only --------------------------------------------------

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "revision_text_is_immutable" BEFORE UPDATE OF "id", "article_id", "number", "text", "original", "sha256", "length" ON "revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "event_is_append_only" BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "verification_is_append_only" BEFORE UPDATE OR DELETE ON "verification"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "evidence_is_append_only" BEFORE UPDATE OR DELETE ON "evidence"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
