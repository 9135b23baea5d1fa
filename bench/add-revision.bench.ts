import { v7 } from 'uuid';
import { pool } from '@/lib/data/database';
import type { Article } from '@/lib/domain/article';
import { TextIndex } from '@/lib/domain/text-index';
import { addRevision } from '@/lib/usecases/add-revision';
import type { Context } from '@/lib/usecases/context';
import { importArticle } from '@/lib/usecases/import-article';
import { makeDesk } from './bench-desk';

const WORDS = 50_000;
const ANNOTATIONS = 5_000;
const REVISIONS = 3;
/** One word in so many is another one in the next revision. */
const CHANGED_EVERY = 50;

/**
 * How long a new revision of an article of 50,000 words with 5,000 annotations takes through the use case: reading the
 * text, the diff, carrying over, writing, and committing. Each revision changes 2 % of the words and leaves
 * the changes of those before in place, worded anew.
 */
export default async function benchAddRevision() {
  const { context, article } = await prepare();
  const taken: number[] = [];
  let states: Record<string, number> = {};
  for (let i = 1; i <= REVISIONS; i++) {
    const raw = textOf(article.title, i);
    const since = performance.now();
    const added = await addRevision(
      { ...context, now: new Date() },
      { articleId: article.id, body: { raw } },
    );
    taken.push(Math.round(performance.now() - since));
    if (!added.ok) throw new Error(added.error.message);
    states = Object.fromEntries(
      Object.entries(added.value.anchors).map(([state, ids]) => [state, ids.length]),
    );
  }
  return { name: 'add-revision', words: WORDS, annotations: ANNOTATIONS, ms: taken, lastStates: states };
}

const SYLLABLES = 'ba ke li mo nu ra se ti vo zu dal fen gor hin jut'.split(' ');

/** Numbers from 0 on as good as drawn by lot, the same in every run (Park and Miller 1988). */
function* lots(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 0x7fffffff;
    yield state >> 4;
  }
}

/** One of 3,375 words of three syllables. */
const wordOf = (n: number): string =>
  [n, Math.floor(n / 15), Math.floor(n / 225)].map((part) => SYLLABLES[part % 15]).join('');

/** Sentences of twelve words, paragraphs of seven sentences. A word that was edited once is edited in every revision. */
function textOf(title: string, revision: number): string {
  const lot = lots(7);
  const words = Array.from({ length: WORDS }, (_, i) => {
    const word = wordOf(lot.next().value);
    const turn = lot.next().value % CHANGED_EVERY;
    const edit = turn < revision ? wordOf(revision + turn) : '';
    return `${word}${edit}${i % 12 === 11 ? (i % 84 === 83 ? '.\n\n' : '. ') : ' '}`;
  });
  return `${title}\n\n${words.join('')}\n`;
}

async function prepare(): Promise<{ context: Context; article: Article }> {
  const { slug, context } = await makeDesk();
  const title = `${slug} is the title`;
  const imported = await importArticle(context, { slug, body: { raw: textOf(title, 0), title } });
  if (!imported.ok) throw new Error(imported.error.message);
  await markEverywhere(imported.value.article, context.actor.userId);
  return { context, article: imported.value.article };
}

/** Claims of three to twelve words, from the first word to the last, written past the use case to save time. */
async function markEverywhere({ id: articleId, revision }: Article, authorId: string): Promise<void> {
  const index = new TextIndex(revision.text);
  const words = [...revision.text.matchAll(/\S+/g)];
  const rows = Array.from({ length: ANNOTATIONS }, (_, i) => {
    const first = 20 + Math.floor((i * (WORDS - 60)) / ANNOTATIONS);
    const last = words[first + 2 + (i % 10)]!;
    const [start, end] = [words[first]!.index, last.index + last[0].length];
    return {
      id: v7(),
      start: index.codePointFromUnit(start),
      end: index.codePointFromUnit(end),
      exact: revision.text.slice(start, end),
    };
  });
  const ids = rows.map(({ id }) => id);
  await pool().query(
    `WITH made AS (
       INSERT INTO annotation (id, article_id, kind, status, revision_id, anchor_state, tags, author_id, seq, request_hash)
       SELECT id, $2, 'claim', 'unverified', $3, 'exact', '{}', $4, 0, 'x' FROM unnest($1::uuid[]) AS id RETURNING id)
     INSERT INTO anchor (annotation_id, revision_id, state) SELECT id, $3, 'exact' FROM made`,
    [ids, articleId, revision.id, authorId],
  );
  await pool().query(
    `INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
     SELECT id, $2, 0, start_cp, end_cp, exact, '', '' FROM unnest($1::uuid[], $3::int[], $4::int[], $5::text[])
       AS span (id, start_cp, end_cp, exact)`,
    [ids, revision.id, rows.map((r) => r.start), rows.map((r) => r.end), rows.map((r) => r.exact)],
  );
}
