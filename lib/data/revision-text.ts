import 'server-only';
import { TextIndex } from '@/lib/domain/text-index';
import type { Database } from './database';

export interface RevisionText {
  id: string;
  articleId: string;
  number: number;
  text: string;
  index: TextIndex;
}

/** How much text a process keeps at hand, in UTF-16 code units: some hundreds of long articles. */
const MOST_UNITS = 16_000_000;

/**
 * Texts that were read lately, those used longest ago first. The text of a revision never changes, so what is kept
 * here is never stale; whoever asks has been let in by the policy before.
 */
class RecentTexts {
  readonly #texts = new Map<string, RevisionText>();
  #units = 0;

  find(id: string): RevisionText | null {
    const text = this.#texts.get(id);
    if (!text) return null;
    this.#texts.delete(id);
    this.#texts.set(id, text);
    return text;
  }

  keep(text: RevisionText): RevisionText {
    if (this.#texts.has(text.id)) return text;
    this.#texts.set(text.id, text);
    this.#units += text.text.length;
    for (const [id, oldest] of this.#texts) {
      if (this.#units <= MOST_UNITS) break;
      this.#texts.delete(id);
      this.#units -= oldest.text.length;
    }
    return text;
  }
}

const recent = new RecentTexts();

export async function findRevisionText(db: Database, id: string): Promise<RevisionText | null> {
  const known = recent.find(id);
  if (known) return known;
  const row = await db.revision.findUnique({
    where: { id },
    select: { id: true, articleId: true, number: true, text: true },
  });
  return row && recent.keep({ ...row, index: new TextIndex(row.text) });
}

/**
 * The article's current revision; in a transaction that has opened a pass the one that is annotated in it. Every article
 * has one once its import is committed.
 */
export async function currentRevisionText(db: Database, articleId: string): Promise<RevisionText> {
  const [article] = await db.$queryRaw<{ id: string | null }[]>`
    SELECT coalesce((SELECT p.revision_id FROM pass p WHERE p.id::text = open_pass() AND p.article_id = t.id),
      t.current_revision_id) AS id
    FROM article t WHERE t.id = ${articleId}::uuid`;
  const text = article?.id ? await findRevisionText(db, article.id) : null;
  if (!text) throw new Error(`article ${articleId} has no revision`);
  return text;
}
