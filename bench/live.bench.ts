import { v7 } from 'uuid';
import { TextIndex } from '@/lib/domain/text-index';
import { hub } from '@/lib/live/hub';
import { followArticle } from '@/lib/usecases/follow-article';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { importWords, makeDesk } from './bench-desk';

const READERS = 50;
const SAVES = 300;
const WRITERS = [1, 8];
const WORDS = 5_000;
/** Milliseconds, at the 95th percentile. */
const LIMIT = 100;

/**
 * How long after its acknowledgement a change has reached the last of 50 people who have the article open, with one
 * writer and with several at a time. Measured at the hub: one process, a real Postgres, real notifications; without the
 * frames of the HTTP stream and the network. Negative where the change is there before its writer's answer.
 */
export default async function benchLive() {
  const { context, article } = await prepare();
  const exact = new TextIndex(article.revision.text).slice(20, 60);
  const body = {
    articleId: article.id,
    revisionId: article.revision.id,
    kind: 'claim',
    spans: [{ start: 20, end: 60, exact }],
  };
  const arrivals = new Arrivals();
  const place = await followArticle(context, { articleId: article.id, after: null });
  if (!place.ok) throw new Error(place.error.message);
  const leaves = Array.from({ length: READERS }, () =>
    hub().subscribe({
      ...place.value,
      onChanges: (changes) => changes.forEach(({ annotationId }) => arrivals.note(annotationId)),
      onPresence: () => {},
      onClosed: () => {
        throw new Error('a reader was closed out');
      },
    }),
  );
  /** The milliseconds from the acknowledgement of one change to the last reader. */
  const save = async (): Promise<number> => {
    const id = v7();
    const arrived = arrivals.expect(id);
    const put = await putAnnotation({ ...context, now: new Date() }, { id, body });
    if (!put.ok) throw new Error(put.error.message);
    const acknowledged = performance.now();
    return (await arrived) - acknowledged;
  };
  const results: Record<string, object> = {};
  for (const writers of WRITERS) {
    await measured(save, 50, writers);
    const delays = (await measured(save, SAVES, writers)).sort((a, b) => a - b);
    const at = (share: number) =>
      round(delays[Math.min(delays.length - 1, Math.floor(share * delays.length))]!);
    results[`writers${writers}`] = {
      medianMs: at(0.5),
      p95Ms: at(0.95),
      mostMs: at(1),
      isWithinLimit: at(0.95) <= LIMIT,
    };
  }
  leaves.forEach((leave) => leave());
  return { name: 'live', level: 'hub', readers: READERS, saves: SAVES, limitMs: LIMIT, ...results };
}

/** When a change has been given to every reader. */
class Arrivals {
  readonly #waiting = new Map<string, { left: number; done: (moment: number) => void }>();

  expect(id: string): Promise<number> {
    return new Promise((done) => this.#waiting.set(id, { left: READERS, done }));
  }

  note(id: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting || --waiting.left > 0) return;
    this.#waiting.delete(id);
    waiting.done(performance.now());
  }
}

async function prepare() {
  const desk = await makeDesk();
  return { context: desk.context, article: await importWords(desk, WORDS) };
}

/** What each of so many calls came to, so many of them under way at once. */
async function measured(call: () => Promise<number>, times: number, concurrency: number): Promise<number[]> {
  const taken: number[] = [];
  let left = times;
  const worker = async (): Promise<void> => {
    while (left-- > 0) taken.push(await call());
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return taken;
}

const round = (value: number): number => Number(value.toFixed(2));
