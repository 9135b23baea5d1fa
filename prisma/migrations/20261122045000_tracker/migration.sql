-- Predictions followed to their end: where a deadline comes from, which way and by which number a prediction is judged,
-- whether its condition came about, criteria with the time they were written, and two resolvers who work blind.
-- The lists are held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

-- ---- what only a prediction has ------------------------------------------------------------------------------

ALTER TABLE "annotation"
  ADD COLUMN "deadline_basis" TEXT,
  ADD COLUMN "deadline_earliest" DATE,
  ADD COLUMN "polarity" TEXT,
  ADD COLUMN "threshold" JSONB,
  ADD COLUMN "condition_state" TEXT,
  ADD COLUMN "criteria_written_at" TIMESTAMPTZ(3),
  ADD COLUMN "criteria_locked_at" TIMESTAMPTZ(3),
  ADD COLUMN "criteria_locked_by_id" UUID,
  ADD COLUMN "criteria_unlocked_because" TEXT;

ALTER TABLE "annotation" ADD CONSTRAINT "annotation_criteria_locked_by_id_fkey" FOREIGN KEY ("criteria_locked_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_deadline_basis" CHECK ("deadline_basis" IN ('stated', 'inferred', 'editor'));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_polarity" CHECK ("polarity" IN ('will', 'will_not'));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_condition_state" CHECK ("condition_state" IN ('open', 'met', 'not_met'));

-- Until now every deadline was a person's own.
UPDATE "annotation" SET "deadline_basis" = 'editor' WHERE "deadline" IS NOT NULL;
-- Criteria were written by the first event since which they are what they are.
UPDATE "annotation" AS a SET "criteria_written_at" = coalesce((
  SELECT min(e."created_at") FROM "event" AS e
  WHERE e."annotation_id" = a."id" AND e."after"->'prediction'->>'criteria' = a."criteria"
    AND NOT EXISTS (SELECT 1 FROM "event" AS later WHERE later."annotation_id" = a."id" AND later."seq" > e."seq"
      AND later."after"->'prediction'->>'criteria' IS DISTINCT FROM a."criteria")
), a."created_at") WHERE a."criteria" IS NOT NULL;

ALTER TABLE "annotation" ADD CONSTRAINT "annotation_deadline_range" CHECK (
  "deadline_earliest" IS NULL OR ("deadline" IS NOT NULL AND "deadline_earliest" <= "deadline")
);
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_tracking_details" CHECK (
  "kind" = 'prediction' OR ("deadline_basis" IS NULL AND "deadline_earliest" IS NULL AND "polarity" IS NULL
    AND "threshold" IS NULL AND "condition_state" IS NULL AND "criteria_written_at" IS NULL
    AND "criteria_locked_at" IS NULL AND "criteria_locked_by_id" IS NULL AND "criteria_unlocked_because" IS NULL)
);

-- ---- decisions that a rule makes, or two people together --------------------------------------------------------

ALTER TABLE "verification" ADD COLUMN "rule" TEXT;
ALTER TABLE "verification" ADD COLUMN "resolved_with_id" UUID;
ALTER TABLE "verification" ADD CONSTRAINT "verification_rule" CHECK ("rule" IN ('condition', 'two_resolvers'));
ALTER TABLE "verification" ADD CONSTRAINT "verification_resolved_with_id_fkey" FOREIGN KEY ("resolved_with_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---- whether a condition came about -----------------------------------------------------------------------------

CREATE TABLE "condition_decision" (
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "condition" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rationale" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "searches" TEXT[],
    "known_at" DATE,
    "verification_id" UUID,
    "decided_by_id" UUID NOT NULL,
    "request_hash" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "condition_decision_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "condition_decision_annotation_id_seq_key" ON "condition_decision"("annotation_id", "seq");

ALTER TABLE "condition_decision" ADD CONSTRAINT "condition_decision_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "condition_decision" ADD CONSTRAINT "condition_decision_verification_id_fkey" FOREIGN KEY ("verification_id") REFERENCES "verification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "condition_decision" ADD CONSTRAINT "condition_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "condition_decision" ADD CONSTRAINT "condition_decision_state" CHECK ("state" IN ('open', 'met', 'not_met'));

CREATE TRIGGER "condition_decision_is_append_only" BEFORE UPDATE OR DELETE ON "condition_decision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- ---- two resolvers: what each has submitted is nobody else's to see until both are in ------------------------------

CREATE TABLE "resolution_submission" (
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "resolver_id" UUID NOT NULL,
    "resolution" JSONB NOT NULL,
    "request_hash" TEXT NOT NULL,
    "verification_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "resolution_submission_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "resolution_submission_annotation_id_idx" ON "resolution_submission"("annotation_id");
CREATE UNIQUE INDEX "resolution_submission_once" ON "resolution_submission"("annotation_id", "resolver_id")
  WHERE "verification_id" IS NULL AND "withdrawn_at" IS NULL;

ALTER TABLE "resolution_submission" ADD CONSTRAINT "resolution_submission_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "resolution_submission" ADD CONSTRAINT "resolution_submission_resolver_id_fkey" FOREIGN KEY ("resolver_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "resolution_submission" ADD CONSTRAINT "resolution_submission_verification_id_fkey" FOREIGN KEY ("verification_id") REFERENCES "verification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was submitted stays as it was; that it was withdrawn, or which decision came of it, is told once.
CREATE TRIGGER "resolution_submission_is_append_only" BEFORE UPDATE OF "id", "annotation_id", "resolver_id", "resolution", "request_hash", "created_at" OR DELETE ON "resolution_submission"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
