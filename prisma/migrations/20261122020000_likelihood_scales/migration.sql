-- A workspace's own scales of likelihood words. A version never changes: what was scored with it can be scored again.

CREATE TABLE "likelihood_scale" (
    "workspace_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "entries" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "likelihood_scale_pkey" PRIMARY KEY ("workspace_id","version")
);

ALTER TABLE "likelihood_scale" ADD CONSTRAINT "likelihood_scale_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "likelihood_scale" ADD CONSTRAINT "likelihood_scale_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "likelihood_scale" ADD CONSTRAINT "likelihood_scale_version" CHECK ("version" >= 1);

CREATE TRIGGER "likelihood_scale_is_append_only" BEFORE UPDATE OR DELETE ON "likelihood_scale"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
