import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { pool } from '@/lib/data/database';
import type { Article } from '@/lib/domain/article';
import type { Context } from '@/lib/usecases/context';
import { createWorkspace } from '@/lib/usecases/create-workspace';
import { importArticle } from '@/lib/usecases/import-article';

export interface BenchDesk {
  slug: string;
  /** That of the workspace's owner. */
  context: Context;
}

/** A workspace of a benchmark's own, still empty. */
export async function makeDesk(): Promise<BenchDesk> {
  const slug = `bench-${v7().slice(-12)}`;
  const operator = { actor: 'operator', now: new Date(), newId: v7 } as const;
  const made = await createWorkspace(operator, { slug, name: 'Bench', owner: `${slug}@example.org` });
  if (!made.ok) throw new Error(made.error.message);
  const userId = made.value.owner.id;
  const actor = { userId, name: 'Bench', scope: 'write', tokenWorkspaceId: null } as const;
  return { slug, context: { actor, now: new Date(), newId: v7 } };
}

export interface SignedInDesk extends BenchDesk {
  /** The value of the session's cookie. */
  session: string;
}

/** A workspace with an owner who is signed in. */
export async function makeSignedInDesk(): Promise<SignedInDesk> {
  const desk = await makeDesk();
  const session = randomBytes(32).toString('base64url');
  await pool().query(
    `INSERT INTO session (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [createHash('sha256').update(session).digest('hex'), desk.context.actor.userId],
  );
  return { ...desk, session };
}

/** Imports an article of so many words, in paragraphs of 80. */
export async function importWords({ slug, context }: BenchDesk, words: number): Promise<Article> {
  const raw = Array.from({ length: words }, (_, i) => `word${i}${i % 80 === 79 ? '.\n\n' : ' '}`).join('');
  const imported = await importArticle(context, { slug, body: { raw: `${slug} is the title\n\n${raw}` } });
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value.article;
}

export const ARTICLES = 1_000;
export const PER_ARTICLE = 100;
/** Code points of one sentence of the generated texts, the blank behind it counted. */
const SENTENCE = 30;

/** Articles of numbered sentences, each marked; a fifth is decided, and a tenth has a check. In bare SQL: by requests it would take an hour. */
export async function fillDesk({ slug, context }: BenchDesk): Promise<void> {
  const { userId } = context.actor;
  const db = await pool().connect();
  try {
    await db.query('BEGIN');
    await db.query(
      `CREATE TEMPORARY TABLE made ON COMMIT DROP AS SELECT n, gen_random_uuid() AS article, gen_random_uuid() AS revision
       FROM generate_series(1, ${ARTICLES}) n`,
    );
    await db.query(
      `INSERT INTO article (id, workspace_id, title, seq) SELECT made.article, w.id, 'Article ' || n, ${PER_ARTICLE}
       FROM made, workspace w WHERE w.slug = $1`,
      [slug],
    );
    await db.query(
      `INSERT INTO revision (id, article_id, number, text, sha256, length, regions, signature, bands, passages_version)
       SELECT revision, article, 1, body, md5(body), length(body), '[]', '{}', '{}', 1000
       FROM made, LATERAL (SELECT string_agg(rpad('Sentence ' || i || ' of article ' || n || '.', ${SENTENCE}), '' ORDER BY i) AS body
         FROM generate_series(1, ${PER_ARTICLE}) i) text`,
    );
    await db.query(
      `UPDATE article SET current_revision_id = made.revision FROM made WHERE made.article = article.id`,
    );
    await db.query(
      `CREATE TEMPORARY TABLE marked ON COMMIT DROP AS
       SELECT gen_random_uuid() AS id, n, i, article, revision, (ARRAY['claim', 'claim', 'quote', 'prediction'])[1 + (n + i) % 4] AS kind
       FROM made, generate_series(1, ${PER_ARTICLE}) i`,
    );
    await db.query(
      `INSERT INTO annotation (id, article_id, layer, kind, status, revision_id, anchor_state, tags, author_id, seq, request_hash, deadline, created_at)
       SELECT id, article, 'shared', kind, CASE WHEN i % 5 = 0 THEN CASE kind WHEN 'claim' THEN 'refuted' WHEN 'quote' THEN 'altered' ELSE 'came_true' END
           WHEN i % 17 = 0 THEN 'in_review' WHEN kind = 'prediction' THEN 'pending' ELSE 'unverified' END,
         revision, 'exact', '{}', $1, i, '', CASE kind WHEN 'prediction' THEN current_date + (n + i) % 400 - 100 END,
         now() - (n || ' hours')::interval
       FROM marked`,
      [userId],
    );
    await db.query(
      `INSERT INTO anchor (annotation_id, revision_id, state) SELECT id, revision, 'exact' FROM marked`,
    );
    await db.query(
      `INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
       SELECT m.id, m.revision, 0, (m.i - 1) * ${SENTENCE}, m.i * ${SENTENCE} - 1,
         substr(r.text, (m.i - 1) * ${SENTENCE} + 1, ${SENTENCE} - 1), '', ''
       FROM marked m JOIN revision r ON r.id = m.revision`,
    );
    await db.query(
      `INSERT INTO desk_check (annotation_id, priority, due_on, assignee_id, seq)
       SELECT id, (ARRAY['low', 'normal', 'high', 'urgent'])[1 + n % 4], current_date + n % 60 - 20,
         CASE WHEN n % 3 = 0 THEN $1::uuid END, i FROM marked WHERE i % 10 = 3`,
      [userId],
    );
    await db.query('COMMIT');
    await db.query('ANALYZE');
  } finally {
    db.release();
  }
}
