-- Evidence with stored copies, a second pair of eyes on decisions, the right of reply, and a workspace's rules of checking.
-- The lists are held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

ALTER TABLE "workspace" ADD COLUMN "needs_approval" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "workspace" ADD COLUMN "independent_sources" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "workspace" ADD COLUMN "second_resolver" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_independent_sources" CHECK ("independent_sources" BETWEEN 1 AND 5);

CREATE TABLE "stored_copy" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "bytes_sha256" TEXT NOT NULL,
    "byte_length" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "text_sha256" TEXT,
    "text" TEXT,
    "title" TEXT,
    "published_at" DATE,
    "signature" INTEGER[],
    "has_file" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_copy_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "capture" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT,
    "file_name" TEXT,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "final_url" TEXT,
    "copy_id" UUID,
    "request_hash" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "begun_at" TIMESTAMPTZ(3),
    "captured_at" TIMESTAMPTZ(3),

    CONSTRAINT "capture_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "evidence" ADD COLUMN "origin" TEXT;
ALTER TABLE "evidence" ADD COLUMN "capture_id" UUID;

ALTER TABLE "verification" ADD COLUMN "needs_approval" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "verification" ADD COLUMN "corrects_id" UUID;
ALTER TABLE "verification" ADD COLUMN "correction_reason" TEXT;

ALTER TABLE "annotation" ADD COLUMN "awaiting_id" UUID;

CREATE TABLE "approval" (
    "verification_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("verification_id")
);

CREATE TABLE "reply_entry" (
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "request_id" UUID,
    "source_id" UUID,
    "asked_name" TEXT,
    "way" TEXT,
    "day" DATE NOT NULL,
    "deadline" DATE,
    "words" TEXT,
    "actor_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "request_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reply_entry_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "stored_copy_workspace_id_bytes_sha256_media_type_key" ON "stored_copy"("workspace_id", "bytes_sha256", "media_type");
CREATE INDEX "capture_workspace_id_created_at_idx" ON "capture"("workspace_id", "created_at");
CREATE INDEX "capture_copy_id_idx" ON "capture"("copy_id");
CREATE INDEX "evidence_capture_id_idx" ON "evidence"("capture_id");
CREATE INDEX "reply_entry_annotation_id_seq_idx" ON "reply_entry"("annotation_id", "seq");

ALTER TABLE "stored_copy" ADD CONSTRAINT "stored_copy_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "capture" ADD CONSTRAINT "capture_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "capture" ADD CONSTRAINT "capture_copy_id_fkey" FOREIGN KEY ("copy_id") REFERENCES "stored_copy"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "capture" ADD CONSTRAINT "capture_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "verification" ADD CONSTRAINT "verification_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "verification"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_awaiting_id_fkey" FOREIGN KEY ("awaiting_id") REFERENCES "verification"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "approval" ADD CONSTRAINT "approval_verification_id_fkey" FOREIGN KEY ("verification_id") REFERENCES "verification"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "approval" ADD CONSTRAINT "approval_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reply_entry" ADD CONSTRAINT "reply_entry_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reply_entry" ADD CONSTRAINT "reply_entry_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "reply_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reply_entry" ADD CONSTRAINT "reply_entry_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "reply_entry" ADD CONSTRAINT "reply_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---- what the schema language cannot say --------------------------------------------------------------------

-- What still has to be fetched: few rows among many.
CREATE INDEX "capture_unfinished" ON "capture" ("created_at") WHERE "state" IN ('waiting', 'fetching');

ALTER TABLE "capture" ADD CONSTRAINT "capture_kind" CHECK ("kind" IN ('page', 'file'));
ALTER TABLE "capture" ADD CONSTRAINT "capture_state" CHECK ("state" IN ('waiting', 'fetching', 'stored', 'failed'));
ALTER TABLE "capture" ADD CONSTRAINT "capture_place" CHECK (("url" IS NOT NULL) = ("kind" = 'page'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_origin" CHECK ("origin" IN ('primary', 'secondary'));
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_place";
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_place" CHECK (
  "url" IS NOT NULL OR "annotation_id" IS NOT NULL OR "capture_id" IS NOT NULL
  OR ("article_id" IS NOT NULL AND "revision_id" IS NOT NULL AND "start_cp" IS NOT NULL AND "end_cp" IS NOT NULL)
);
ALTER TABLE "approval" ADD CONSTRAINT "approval_outcome" CHECK ("outcome" IN ('approved', 'declined'));
ALTER TABLE "verification" ADD CONSTRAINT "verification_correction" CHECK (("corrects_id" IS NULL) = ("correction_reason" IS NULL));
ALTER TABLE "reply_entry" ADD CONSTRAINT "reply_entry_kind" CHECK ("kind" IN ('request', 'answer', 'no_answer'));
ALTER TABLE "reply_entry" ADD CONSTRAINT "reply_entry_request" CHECK (("kind" = 'request') = ("request_id" IS NULL));
ALTER TABLE "reply_entry" ADD CONSTRAINT "reply_entry_asked" CHECK ("kind" <> 'request' OR ("asked_name" IS NOT NULL AND "way" IS NOT NULL));

CREATE TRIGGER "approval_is_append_only" BEFORE UPDATE OR DELETE ON "approval"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
-- Its source may be deleted or become a part of another one; what was logged stays.
CREATE TRIGGER "reply_entry_is_append_only" BEFORE UPDATE OF "id", "annotation_id", "kind", "request_id", "asked_name", "way", "day", "deadline", "words", "actor_id", "seq", "created_at" OR DELETE ON "reply_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "stored_copy_is_immutable" BEFORE UPDATE OF "bytes_sha256", "byte_length", "media_type", "text_sha256", "text", "title", "published_at" ON "stored_copy"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A decision waits only while its annotation is in review: whatever else gives it a status (a new text, another decision,
-- another kind) ends the waiting.
CREATE FUNCTION "end_waiting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."awaiting_id" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "annotation_waits_in_review" BEFORE UPDATE ON "annotation"
  FOR EACH ROW WHEN (NEW."awaiting_id" IS NOT NULL AND NEW."status" <> 'in_review') EXECUTE FUNCTION "end_waiting"();
