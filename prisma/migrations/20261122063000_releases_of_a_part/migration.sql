-- A release may hold a part of its workspace: the filter as it was asked for, with what its ids were called by then.

ALTER TABLE "release" ADD COLUMN "part" JSONB;

-- As before, and what part was asked for stays what it was.
CREATE OR REPLACE FUNCTION "keep_release"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'ready' THEN
    RAISE EXCEPTION 'release % is ready', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF (NEW."id", NEW."workspace_id", NEW."name", NEW."version", NEW."notes", NEW."request_hash", NEW."options", NEW."part",
      NEW."requested_by_id", NEW."created_at")
    IS DISTINCT FROM (OLD."id", OLD."workspace_id", OLD."name", OLD."version", OLD."notes", OLD."request_hash", OLD."options",
      OLD."part", OLD."requested_by_id", OLD."created_at")
    OR (OLD."frozen" IS NOT NULL AND NEW."frozen" IS DISTINCT FROM OLD."frozen") THEN
    RAISE EXCEPTION 'what release % is to be is settled', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
