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
