-- One way to ask for annotations: words are looked for in a form in which case and accents do not count, and a filter can
-- be kept under a name.

-- The SQL twin of foldedText in lib/domain/folded-text.ts, for words that are compared with each other here alone. Most words
-- are plain, and for those the short way is ten times as fast.
CREATE FUNCTION "folded_words"("words" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length("words") = char_length("words") AND "words" !~ '\s\s|[\t\n\v\f\r]'
    THEN lower(btrim("words"))
    ELSE lower(btrim(regexp_replace(translate(
      regexp_replace(normalize("words", NFKD), '[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u00ad]', '', 'g'),
      '’‘“”„«»‐‑–—', '''''"""""----'), '\s+', ' ', 'g'))) END
$$;

-- Marked words are looked for among all of a workspace: made once, when they are marked.
ALTER TABLE "anchor_span" ADD COLUMN "folded" TEXT GENERATED ALWAYS AS ("folded_words"("exact")) STORED;

-- What LIKE takes for words that stand anywhere: their own %, _ and \ are no signs of a pattern.
CREATE FUNCTION "words_pattern"("words" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT '%' || regexp_replace("folded_words"("words"), '([\\%_])', '\\\1', 'g') || '%'
$$;

-- A filter under a name. It is kept in its one form, so that equal filters are equal values.
CREATE TABLE "subset" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "filter" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "request_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "subset_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "subset_name" CHECK ("name" <> '')
);
CREATE UNIQUE INDEX "subset_name_in_workspace" ON "subset" ("workspace_id", lower("name")) WHERE "deleted_at" IS NULL;
ALTER TABLE "subset" ADD CONSTRAINT "subset_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "subset" ADD CONSTRAINT "subset_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
