import { v7 } from 'uuid';
import { pool } from '@/lib/data/database';
import { foldedName } from '@/lib/domain/folded-name';
import { importArticle } from '@/lib/usecases/import-article';
import type { SignedInDesk } from '../bench-desk';
import type { GeneratedArticle } from './generated-article';

/** Imports the article through the use case and writes its annotations past it, to save time. Returns its id. */
export async function storeArticle(
  { slug, context }: SignedInDesk,
  generated: GeneratedArticle,
): Promise<string> {
  const imported = await importArticle(context, {
    slug,
    body: { raw: generated.text, title: generated.title },
  });
  if (!imported.ok) throw new Error(imported.error.message);
  const { id: articleId, revision } = imported.value.article;
  if (revision.text !== generated.text) throw new Error('the stored text is another one');
  const sources = await storeSources(articleId, generated.sources);
  const rows = generated.annotations.map((annotation) => ({ id: v7(), ...annotation }));
  const ids = rows.map(({ id }) => id);
  await pool().query(
    `WITH made AS (
       INSERT INTO annotation (id, article_id, kind, status, revision_id, anchor_state, tags, author_id, seq, request_hash)
       SELECT id, $2, kind, status, $3, 'exact', '{}', $4, 0, 'x'
       FROM unnest($1::uuid[], $5::text[], $6::text[]) AS given (id, kind, status) RETURNING id)
     INSERT INTO anchor (annotation_id, revision_id, state) SELECT id, $3, 'exact' FROM made`,
    [
      ids,
      articleId,
      revision.id,
      context.actor.userId,
      rows.map(({ kind }) => kind),
      rows.map(({ status }) => status),
    ],
  );
  await pool().query(
    `INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
     SELECT id, $2, 0, start_cp, end_cp, exact, prefix, suffix
     FROM unnest($1::uuid[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[])
       AS span (id, start_cp, end_cp, exact, prefix, suffix)`,
    [
      ids,
      revision.id,
      rows.map(({ start }) => start),
      rows.map(({ end }) => end),
      rows.map(({ exact }) => exact),
      rows.map(({ prefix }) => prefix),
      rows.map(({ suffix }) => suffix),
    ],
  );
  const attributed = rows.filter(({ source }) => source !== null);
  await pool().query(
    `INSERT INTO attribution_hop (annotation_id, position, source_id, cue, mode)
     SELECT id, 0, source_id, 'said', 'named' FROM unnest($1::uuid[], $2::uuid[]) AS hop (id, source_id)`,
    [attributed.map(({ id }) => id), attributed.map(({ source }) => sources[source!])],
  );
  return articleId;
}

async function storeSources(articleId: string, names: readonly string[]): Promise<string[]> {
  const ids = names.map(() => v7());
  await pool().query(
    `INSERT INTO source (id, workspace_id, name, folded_name, type)
     SELECT given.id, article.workspace_id, given.name, given.folded_name, 'organisation'
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS given (id, name, folded_name), article WHERE article.id = $4
     ON CONFLICT DO NOTHING`,
    [ids, names, names.map(foldedName), articleId],
  );
  const { rows } = await pool().query<{ id: string; name: string }>(
    `SELECT source.id, source.name FROM source JOIN article ON article.workspace_id = source.workspace_id
     WHERE article.id = $1 AND source.name = ANY($2)`,
    [articleId, names],
  );
  const idOf = new Map(rows.map(({ id, name }) => [name, id]));
  return names.map((name) => idOf.get(name)!);
}
