-- What an editor decides on marks of revealed passes. A decision names the annotations that it was made on (its origins) and
-- what stands for them in the shared layer (its results), and is never changed: another one supersedes it, and whoever takes
-- it back is written down. In force is one that was not taken back and that no other one in force supersedes.

CREATE TABLE "adjudication" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    -- Counts the decisions on the same marks.
    "version" INTEGER NOT NULL,
    "supersedes_id" UUID,
    "request_hash" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "adjudication_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_outcome" CHECK ("outcome" IN ('take', 'both', 'edit', 'none', 'disagreement', 'merged'));
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_version" CHECK ("version" >= 1);
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_withdrawn" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_by_id" IS NULL));
CREATE INDEX "adjudication_article_id_idx" ON "adjudication"("article_id");
CREATE UNIQUE INDEX "adjudication_supersedes_once" ON "adjudication"("supersedes_id") WHERE "withdrawn_at" IS NULL;
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "adjudication"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "adjudication_origin" (
    "adjudication_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    -- Whether the decision takes it; one that was edited is what the edit began with.
    "is_taken" BOOLEAN NOT NULL,

    CONSTRAINT "adjudication_origin_pkey" PRIMARY KEY ("adjudication_id", "annotation_id")
);
CREATE INDEX "adjudication_origin_annotation_id_idx" ON "adjudication_origin"("annotation_id");
ALTER TABLE "adjudication_origin" ADD CONSTRAINT "adjudication_origin_adjudication_id_fkey" FOREIGN KEY ("adjudication_id") REFERENCES "adjudication"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "adjudication_origin" ADD CONSTRAINT "adjudication_origin_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "every_annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "adjudication_result" (
    "adjudication_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    -- Whether the decision made it; else the shared layer had the same kind and words before.
    "is_made" BOOLEAN NOT NULL,

    CONSTRAINT "adjudication_result_pkey" PRIMARY KEY ("adjudication_id", "annotation_id")
);
CREATE INDEX "adjudication_result_annotation_id_idx" ON "adjudication_result"("annotation_id");
ALTER TABLE "adjudication_result" ADD CONSTRAINT "adjudication_result_adjudication_id_fkey" FOREIGN KEY ("adjudication_id") REFERENCES "adjudication"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "adjudication_result" ADD CONSTRAINT "adjudication_result_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "every_annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A decision is history. Taking one back is the only change, and is made once.
CREATE FUNCTION "keep_adjudication"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."withdrawn_at" IS NULL AND NEW."withdrawn_at" IS NOT NULL
     AND (to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_by_id') = (to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_by_id') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'decision % is history', OLD."id" USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "adjudication_is_history" BEFORE UPDATE ON "adjudication"
  FOR EACH ROW EXECUTE FUNCTION "keep_adjudication"();
