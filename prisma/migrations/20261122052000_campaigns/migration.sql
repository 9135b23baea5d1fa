-- Campaigns: who annotates which article by when; for which kinds an article is annotated in full; and notifications that
-- are about an article or a campaign. The lists are held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

-- ---- for which kinds a pass is whole --------------------------------------------------------------------------

-- Of a pass that is open it says nothing yet. Those from before were submitted as whole.
ALTER TABLE "pass" ADD COLUMN "complete_kinds" TEXT[] NOT NULL DEFAULT ARRAY['claim', 'quote', 'prediction'];
ALTER TABLE "pass" ADD CONSTRAINT "pass_complete_kinds" CHECK ("complete_kinds" <@ ARRAY['claim', 'quote', 'prediction']);

-- ---- campaigns ------------------------------------------------------------------------------------------------

CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "kinds" TEXT[] NOT NULL,
    "guideline_id" UUID,
    "due_on" DATE,
    "annotators_per_article" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "hold_hours" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_kinds" CHECK ("kinds" <@ ARRAY['claim', 'quote', 'prediction'] AND cardinality("kinds") > 0);
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_mode" CHECK ("mode" IN ('list', 'pool'));
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_state" CHECK ("state" IN ('open', 'closed'));
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_name" CHECK (char_length("name") BETWEEN 1 AND 200);
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_annotators_per_article" CHECK ("annotators_per_article" BETWEEN 1 AND 20);
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_hold_hours" CHECK ("hold_hours" BETWEEN 1 AND 8760);
CREATE INDEX "campaign_workspace_id_created_at_idx" ON "campaign"("workspace_id", "created_at");
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_guideline_id_fkey" FOREIGN KEY ("guideline_id") REFERENCES "guideline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "campaign_article" (
    "campaign_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "campaign_article_pkey" PRIMARY KEY ("campaign_id", "article_id")
);
CREATE INDEX "campaign_article_article_id_idx" ON "campaign_article"("article_id");
ALTER TABLE "campaign_article" ADD CONSTRAINT "campaign_article_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "campaign_article" ADD CONSTRAINT "campaign_article_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "campaign_annotator" (
    "campaign_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "campaign_annotator_pkey" PRIMARY KEY ("campaign_id", "user_id")
);
CREATE INDEX "campaign_annotator_user_id_idx" ON "campaign_annotator"("user_id");
ALTER TABLE "campaign_annotator" ADD CONSTRAINT "campaign_annotator_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "campaign_annotator" ADD CONSTRAINT "campaign_annotator_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A place on an article. What became of it is read from the annotator's pass on the article; one that was given back,
-- withdrawn or let go stays as its own history.
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "annotator_id" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "release" TEXT,
    "reason" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_origin" CHECK ("origin" IN ('list', 'pool'));
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_release" CHECK ("release" IN ('given_back', 'withdrawn', 'expired'));
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_released" CHECK (("released_at" IS NULL) = ("release" IS NULL));
CREATE UNIQUE INDEX "assignment_held" ON "assignment"("article_id", "annotator_id") WHERE "released_at" IS NULL;
CREATE INDEX "assignment_campaign_id_idx" ON "assignment"("campaign_id");
CREATE INDEX "assignment_annotator_id_idx" ON "assignment"("annotator_id");
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_annotator_id_fkey" FOREIGN KEY ("annotator_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is marked in a pass for a campaign goes by the version of the guideline that the campaign names.
CREATE OR REPLACE FUNCTION "stamped_guideline"("of_article" uuid, "in_layer" text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT c."guideline_id" FROM "pass" p
       JOIN "assignment" s ON s."article_id" = p."article_id" AND s."annotator_id" = p."annotator_id" AND s."released_at" IS NULL
       JOIN "campaign" c ON c."id" = s."campaign_id"
     WHERE "in_layer" <> 'shared' AND p."id"::text = "in_layer"),
    (SELECT g."id" FROM "guideline" g JOIN "article" t ON t."workspace_id" = g."workspace_id"
     WHERE t."id" = "of_article" ORDER BY g."number" DESC LIMIT 1))
$$;

-- ---- articles that somebody has annotated in full in the shared layer ----------------------------------------

CREATE TABLE "full_annotation" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "full_annotation_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "full_annotation" ADD CONSTRAINT "full_annotation_kind" CHECK ("kind" IN ('claim', 'quote', 'prediction'));
CREATE UNIQUE INDEX "full_annotation_standing" ON "full_annotation"("revision_id", "user_id", "kind") WHERE "withdrawn_at" IS NULL;
CREATE INDEX "full_annotation_article_id_idx" ON "full_annotation"("article_id");
ALTER TABLE "full_annotation" ADD CONSTRAINT "full_annotation_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "full_annotation" ADD CONSTRAINT "full_annotation_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "full_annotation" ADD CONSTRAINT "full_annotation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---- notifications about an article or a campaign -------------------------------------------------------------

ALTER TABLE "notification" ALTER COLUMN "annotation_id" DROP NOT NULL;
ALTER TABLE "notification" ADD COLUMN "article_id" UUID;
ALTER TABLE "notification" ADD COLUMN "campaign_id" UUID;
ALTER TABLE "notification" ADD CONSTRAINT "notification_about" CHECK (
  CASE WHEN "annotation_id" IS NULL THEN "article_id" IS NOT NULL OR "campaign_id" IS NOT NULL
    ELSE "article_id" IS NULL AND "campaign_id" IS NULL END
);
ALTER TABLE "notification" ADD CONSTRAINT "notification_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notification" ADD CONSTRAINT "notification_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notification" DROP CONSTRAINT "notification_kind";
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind" CHECK ("kind" IN (
  'mention', 'question', 'comment', 'reply', 'answered', 'resolved', 'reopened',
  'check_assigned', 'approval_asked', 'decision_declined', 'prediction_due', 'settling_article', 'correction_asked',
  'published_decision_changed', 'article_assigned', 'pass_adjudicated', 'campaign_done'
));
