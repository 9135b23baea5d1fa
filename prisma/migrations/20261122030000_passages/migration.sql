-- Passages of at most 400 code points of each article's current text, in the form in which they are searched.

CREATE EXTENSION IF NOT EXISTS "pg_trgm";

ALTER TABLE "revision" ADD COLUMN "passages_version" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "revision_without_passages" ON "revision" ("passages_version", "article_id");

CREATE TABLE "passage" (
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "start_cp" INTEGER NOT NULL,
    "end_cp" INTEGER NOT NULL,
    "search_form" TEXT NOT NULL,
    "lexemes" tsvector NOT NULL,

    CONSTRAINT "passage_pkey" PRIMARY KEY ("revision_id", "position")
);

CREATE INDEX "passage_workspace_id_idx" ON "passage" ("workspace_id");
CREATE INDEX "passage_article_id_idx" ON "passage" ("article_id");
CREATE INDEX "passage_lexemes_idx" ON "passage" USING GIN ("lexemes");
CREATE INDEX "passage_search_form_idx" ON "passage" USING GIN ("search_form" gin_trgm_ops);

ALTER TABLE "passage" ADD CONSTRAINT "passage_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "passage" ADD CONSTRAINT "passage_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "passage" ADD CONSTRAINT "passage_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
