import { v7 } from 'uuid';
import { pool } from '@/lib/data/database';
import { TextIndex } from '@/lib/domain/text-index';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { importWords, makeDesk } from './bench-desk';

const SAVES = 400;
const CONCURRENCIES = [1, 8];
const WORDS = 5_000;

/**
 * How long one annotation takes from the request to its acknowledgement, through the use case and, for comparison,
 * as the same writes through bare `pg`: the article's lock and number, the annotation with its anchor and span, and
 * the event, in one transaction. Medians in milliseconds, both on the same article of the same database.
 */
export default async function benchSave() {
  const { context, article } = await prepare();
  const index = new TextIndex(article.revision.text);
  const body = {
    articleId: article.id,
    revisionId: article.revision.id,
    kind: 'claim',
    spans: [{ start: 20, end: 60, exact: index.slice(20, 60) }],
  };
  const viaUseCase = async () => {
    const put = await putAnnotation({ ...context, now: new Date() }, { id: v7(), body });
    if (!put.ok) throw new Error(put.error.message);
  };
  const viaPg = () => bareSave(article, context.actor.userId, body.spans[0]!.exact);

  const results: Record<string, object> = {};
  for (const concurrency of CONCURRENCIES) {
    await measured(viaUseCase, 50, concurrency);
    await measured(viaPg, 50, concurrency);
    const [useCase, bare] = [
      await measured(viaUseCase, SAVES, concurrency),
      await measured(viaPg, SAVES, concurrency),
    ];
    results[`concurrency${concurrency}`] = {
      useCaseMs: round(useCase),
      bareMs: round(bare),
      ratio: round(useCase / bare),
    };
  }
  return { name: 'save', saves: SAVES, words: WORDS, ...results };
}

async function prepare() {
  const desk = await makeDesk();
  return { context: desk.context, article: await importWords(desk, WORDS) };
}

async function bareSave(
  article: { id: string; revision: { id: string } },
  author: string,
  exact: string,
): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ seq: number }>(
      'UPDATE article SET seq = seq + 1 WHERE id = $1 RETURNING seq',
      [article.id],
    );
    const [id, seq] = [v7(), rows[0]!.seq];
    await client.query(
      `INSERT INTO annotation (id, article_id, kind, status, revision_id, anchor_state, tags, author_id, seq, request_hash)
       VALUES ($1, $2, 'claim', 'unverified', $3, 'exact', '{}', $4, $5, 'x')`,
      [id, article.id, article.revision.id, author, seq],
    );
    await client.query(`INSERT INTO anchor (annotation_id, revision_id, state) VALUES ($1, $2, 'exact')`, [
      id,
      article.revision.id,
    ]);
    await client.query(
      `INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
       VALUES ($1, $2, 0, 20, 60, $3, '', '')`,
      [id, article.revision.id, exact],
    );
    await client.query(
      `INSERT INTO event (article_id, layer, seq, annotation_id, type, version, request_hash, after, actor_id)
       VALUES ($1, 'shared', $2, $3, 'annotation_created', 1, 'x', '{}', $4)`,
      [article.id, seq, id, author],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** The median time of one call, in milliseconds, with so many under way at once. */
async function measured(call: () => Promise<void>, times: number, concurrency: number): Promise<number> {
  const taken: number[] = [];
  let left = times;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const since = performance.now();
      await call();
      taken.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return taken.sort((a, b) => a - b)[taken.length >> 1]!;
}

const round = (value: number): number => Number(value.toFixed(2));
