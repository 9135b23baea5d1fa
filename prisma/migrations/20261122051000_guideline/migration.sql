-- What annotators are told, in versions: the text, the tags that are offered and the attributes that annotations of a kind
-- can have. One version holds all three, so that it says exactly what was in force.

CREATE TABLE "guideline" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "tags" JSONB NOT NULL,
    "free_tags" BOOLEAN NOT NULL,
    "attributes" JSONB NOT NULL,
    "summary" TEXT NOT NULL,
    "author_id" UUID,
    "request_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guideline_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "guideline" ADD CONSTRAINT "guideline_number" CHECK ("number" >= 1);
CREATE UNIQUE INDEX "guideline_workspace_id_number_key" ON "guideline"("workspace_id", "number");
ALTER TABLE "guideline" ADD CONSTRAINT "guideline_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "guideline" ADD CONSTRAINT "guideline_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A version never changes. The one that the app brings along, which nobody wrote, gives way to those of a workspace that is
-- restored; not once annotations were made under it, because they refer to it.
CREATE FUNCTION "keep_guideline"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."author_id" IS NULL THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'guideline % stays as it was written', OLD."id" USING ERRCODE = 'restrict_violation';
END $$;
-- What a row belongs to may get another id: a workspace that is restored takes that which it had.
CREATE TRIGGER "guideline_is_append_only"
  BEFORE DELETE OR UPDATE OF "id", "number", "text", "tags", "free_tags", "attributes", "summary", "created_at" ON "guideline"
  FOR EACH ROW EXECUTE FUNCTION "keep_guideline"();

-- Annotations of before have no guideline: nobody has kept what was in force.
ALTER TABLE "every_annotation" ADD COLUMN "guideline_id" UUID;
ALTER TABLE "every_annotation" ADD COLUMN "attributes" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "every_annotation" ADD CONSTRAINT "annotation_guideline_id_fkey" FOREIGN KEY ("guideline_id") REFERENCES "guideline"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "every_annotation" ADD CONSTRAINT "annotation_attributes" CHECK (jsonb_typeof("attributes") = 'object');

CREATE OR REPLACE VIEW "annotation" AS SELECT * FROM "every_annotation"
  WHERE "layer" = 'shared' OR "layer" = current_setting('touchstone.pass', true)
  WITH CHECK OPTION;

-- The version that stands on what is annotated now: the one place that says which. `in_layer` is 'shared' or a pass.
CREATE FUNCTION "stamped_guideline"("of_article" uuid, "in_layer" text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT g."id" FROM "guideline" g JOIN "article" t ON t."workspace_id" = g."workspace_id"
  WHERE t."id" = "of_article" ORDER BY g."number" DESC LIMIT 1
$$;
