-- Releases: named, versioned exports that stay. Their bytes lie in the data folder; the row says what they are to be, how
-- far they are, and the hash of each.
-- The list of states is held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "request_hash" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "progress" JSONB,
    "failure" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "frozen" JSONB,
    "files" JSONB NOT NULL DEFAULT '[]',
    "manifest" JSONB,
    "manifest_sha256" TEXT,
    "requested_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozen_at" TIMESTAMPTZ(3),
    "ready_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "release_workspace_id_name_version_key" ON "release"("workspace_id", "name", "version");
CREATE INDEX "release_workspace_id_created_at_id_idx" ON "release"("workspace_id", "created_at", "id");

ALTER TABLE "release" ADD CONSTRAINT "release_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "release" ADD CONSTRAINT "release_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "release" ADD CONSTRAINT "release_state" CHECK ("state" IN ('waiting', 'freezing', 'writing', 'ready', 'failed'));
ALTER TABLE "release" ADD CONSTRAINT "release_is_whole" CHECK (
  ("state" = 'ready') = ("ready_at" IS NOT NULL) AND ("state" = 'ready') = ("manifest_sha256" IS NOT NULL)
  AND ("state" <> 'ready' OR ("frozen" IS NOT NULL AND "manifest" IS NOT NULL))
  AND ("frozen" IS NULL) = ("frozen_at" IS NULL) AND ("state" = 'failed') = ("failure" IS NOT NULL)
);

-- What is ready stays as it is, and what was asked for stays what was asked for. What was frozen is frozen once.
CREATE FUNCTION "keep_release"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'ready' THEN
    RAISE EXCEPTION 'release % is ready', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF (NEW."id", NEW."workspace_id", NEW."name", NEW."version", NEW."notes", NEW."request_hash", NEW."options",
      NEW."requested_by_id", NEW."created_at")
    IS DISTINCT FROM (OLD."id", OLD."workspace_id", OLD."name", OLD."version", OLD."notes", OLD."request_hash", OLD."options",
      OLD."requested_by_id", OLD."created_at")
    OR (OLD."frozen" IS NOT NULL AND NEW."frozen" IS DISTINCT FROM OLD."frozen") THEN
    RAISE EXCEPTION 'what release % is to be is settled', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "release_is_kept" BEFORE UPDATE OR DELETE ON "release"
  FOR EACH ROW EXECUTE FUNCTION "keep_release"();
