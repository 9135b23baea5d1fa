-- Publishing: a public page per decision, what the public saw when, and readers' requests for corrections.
-- The lists are held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

CREATE TABLE "fact_check" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fact_check_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "fact_check_annotation_id_key" ON "fact_check"("annotation_id");
CREATE INDEX "fact_check_workspace_id_updated_at_id_idx" ON "fact_check"("workspace_id", "updated_at", "id");

-- `content` is all that the page showed from then on; an unpublished page shows none.
CREATE TABLE "fact_check_version" (
    "fact_check_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "note" TEXT,
    "verification_id" UUID,
    "content" JSONB,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fact_check_version_pkey" PRIMARY KEY ("fact_check_id","number")
);

-- What readers wrote. `email` is theirs and seen by editors alone.
CREATE TABLE "correction_request" (
    "id" UUID NOT NULL,
    "fact_check_id" UUID NOT NULL,
    "fact_check_version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "email" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "correction_request_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "correction_request_fact_check_id_created_at_id_idx" ON "correction_request"("fact_check_id", "created_at", "id");

ALTER TABLE "fact_check" ADD CONSTRAINT "fact_check_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "fact_check" ADD CONSTRAINT "fact_check_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "fact_check_version" ADD CONSTRAINT "fact_check_version_fact_check_id_fkey" FOREIGN KEY ("fact_check_id") REFERENCES "fact_check"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "fact_check_version" ADD CONSTRAINT "fact_check_version_verification_id_fkey" FOREIGN KEY ("verification_id") REFERENCES "verification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "fact_check_version" ADD CONSTRAINT "fact_check_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_fact_check_id_fkey" FOREIGN KEY ("fact_check_id") REFERENCES "fact_check"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "fact_check" ADD CONSTRAINT "fact_check_state" CHECK ("state" IN ('published', 'unpublished'));
ALTER TABLE "fact_check_version" ADD CONSTRAINT "fact_check_version_change" CHECK ("change" IN (
  'published', 'edited', 'corrected', 'unpublished', 'published_again'
));
ALTER TABLE "fact_check_version" ADD CONSTRAINT "fact_check_version_content" CHECK (
  ("change" = 'unpublished') = ("content" IS NULL) AND ("content" IS NULL) = ("verification_id" IS NULL)
);
ALTER TABLE "fact_check_version" ADD CONSTRAINT "fact_check_version_reason" CHECK ("change" <> 'corrected' OR "note" IS NOT NULL);
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_state" CHECK ("state" IN ('open', 'settled'));

CREATE TRIGGER "fact_check_version_is_append_only" BEFORE UPDATE OR DELETE ON "fact_check_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "correction_request_words_are_kept" BEFORE UPDATE OF "id", "fact_check_id", "fact_check_version", "body", "created_at" ON "correction_request"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "notification" DROP CONSTRAINT "notification_kind";
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind" CHECK ("kind" IN (
  'mention', 'question', 'comment', 'reply', 'answered', 'resolved', 'reopened',
  'check_assigned', 'approval_asked', 'decision_declined', 'prediction_due', 'settling_article', 'correction_asked',
  'published_decision_changed'
));
