-- Propositions (what annotations of several articles say alike), the links between them, and passages of later articles
-- that may settle a prediction.
-- The lists are held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

CREATE TABLE "proposition" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "request_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposition_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "proposition_workspace_id_created_at_idx" ON "proposition" ("workspace_id", "created_at", "id");

-- A row is never deleted: what an annotation belonged to at an earlier time is read from it.
CREATE TABLE "proposition_member" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "annotation_id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposition_member_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "proposition_member_one_each" ON "proposition_member" ("annotation_id") WHERE "removed_at" IS NULL;
CREATE INDEX "proposition_member_annotation_id_idx" ON "proposition_member" ("annotation_id");
CREATE INDEX "proposition_member_proposition_id_idx" ON "proposition_member" ("proposition_id");

CREATE TABLE "proposition_link" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "origin" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "request_hash" TEXT,
    "proposed_by_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "made" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposition_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "proposition_link_type" CHECK ("type" IN ('same', 'contradicts', 'updates', 'resolves')),
    CONSTRAINT "proposition_link_state" CHECK ("state" IN ('proposed', 'confirmed', 'rejected')),
    CONSTRAINT "proposition_link_origin" CHECK ("origin" IN ('machine', 'person'))
);

CREATE UNIQUE INDEX "proposition_link_workspace_id_fingerprint_key" ON "proposition_link" ("workspace_id", "fingerprint");
CREATE INDEX "proposition_link_workspace_id_score_idx" ON "proposition_link" ("workspace_id", "score", "id");

-- What a link joins: a proposition, or, until somebody has confirmed it, an annotation or a passage that nobody has marked.
CREATE TABLE "link_side" (
    "link_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "proposition_id" UUID,
    "annotation_id" UUID,
    "revision_id" UUID,
    "start_cp" INTEGER,
    "end_cp" INTEGER,

    CONSTRAINT "link_side_pkey" PRIMARY KEY ("link_id", "side"),
    CONSTRAINT "link_side_side" CHECK ("side" IN ('from', 'to')),
    CONSTRAINT "link_side_is_something" CHECK (
      "proposition_id" IS NOT NULL OR "annotation_id" IS NOT NULL
      OR ("revision_id" IS NOT NULL AND "start_cp" IS NOT NULL AND "end_cp" IS NOT NULL))
);

CREATE INDEX "link_side_proposition_id_idx" ON "link_side" ("proposition_id");
CREATE INDEX "link_side_annotation_id_idx" ON "link_side" ("annotation_id");
CREATE INDEX "link_side_revision_id_idx" ON "link_side" ("revision_id");

-- Which annotations and texts have been compared with the others, and in which way.
CREATE TABLE "compared_annotation" (
    "annotation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "way" INTEGER NOT NULL,

    CONSTRAINT "compared_annotation_pkey" PRIMARY KEY ("annotation_id")
);
CREATE TABLE "compared_revision" (
    "revision_id" UUID NOT NULL,
    "way" INTEGER NOT NULL,

    CONSTRAINT "compared_revision_pkey" PRIMARY KEY ("revision_id")
);

CREATE TABLE "settling_proposal" (
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start_cp" INTEGER NOT NULL,
    "end_cp" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" TEXT[] NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settling_proposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "settling_proposal_state" CHECK ("state" IN ('proposed', 'dismissed'))
);

CREATE UNIQUE INDEX "settling_proposal_annotation_id_fingerprint_key" ON "settling_proposal" ("annotation_id", "fingerprint");
CREATE INDEX "settling_proposal_revision_id_idx" ON "settling_proposal" ("revision_id");

ALTER TABLE "proposition" ADD CONSTRAINT "proposition_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "proposition" ADD CONSTRAINT "proposition_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposition_member" ADD CONSTRAINT "proposition_member_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "proposition_member" ADD CONSTRAINT "proposition_member_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "proposition" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "proposition_member" ADD CONSTRAINT "proposition_member_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposition_member" ADD CONSTRAINT "proposition_member_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "app_user" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "proposition_link" ADD CONSTRAINT "proposition_link_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "proposition_link" ADD CONSTRAINT "proposition_link_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "app_user" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "proposition_link" ADD CONSTRAINT "proposition_link_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "link_side" ADD CONSTRAINT "link_side_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "proposition_link" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "link_side" ADD CONSTRAINT "link_side_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "proposition" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "link_side" ADD CONSTRAINT "link_side_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "link_side" ADD CONSTRAINT "link_side_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "compared_annotation" ADD CONSTRAINT "compared_annotation_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "compared_revision" ADD CONSTRAINT "compared_revision_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "settling_proposal" ADD CONSTRAINT "settling_proposal_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "settling_proposal" ADD CONSTRAINT "settling_proposal_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "settling_proposal" ADD CONSTRAINT "settling_proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
