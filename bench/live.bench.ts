import http from 'node:http';
import { v7 } from 'uuid';
import { TextIndex } from '@/lib/domain/text-index';
import { hub } from '@/lib/live/hub';
import { followArticle } from '@/lib/usecases/follow-article';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { importWords, makeSignedInDesk } from './bench-desk';
import { serveApp } from './served-app';

const READERS = 50;
const SAVES = 300;
const WRITERS = [1, 8];
const WORDS = 5_000;
/** Milliseconds, at the 95th percentile. */
const LIMIT = 100;

/** Gives every reader what happens, from when it is called. */
type Subscribe = (readers: number, note: (annotationId: string) => void) => Promise<() => void>;
/** Saves one annotation; done when its writer has the answer. */
type Save = (id: string) => Promise<void>;

/**
 * How long after its acknowledgement a change has reached the last of 50 people who have the article open, with one
 * writer and with several at a time: at the hub (one process, a real Postgres, real notifications), and over HTTP (the
 * production build serves, this process is the writer and all of its readers, each with a stream of its own). Negative
 * where the change is there before its writer's answer.
 */
export default async function benchLive() {
  const desk = await makeSignedInDesk();
  const { context } = desk;
  const article = await importWords(desk, WORDS);
  const exact = new TextIndex(article.revision.text).slice(20, 60);
  const body = {
    articleId: article.id,
    revisionId: article.revision.id,
    kind: 'claim',
    spans: [{ start: 20, end: 60, exact }],
  };
  const atHub = await measuredLevel(
    async (readers, note) => {
      const place = await followArticle(context, { articleId: article.id, after: null });
      if (!place.ok) throw new Error(place.error.message);
      const leaves = Array.from({ length: readers }, () =>
        hub().subscribe({
          ...place.value,
          onChanges: (changes) => changes.forEach(({ annotationId }) => note(annotationId)),
          onPresence: () => {},
          onClosed: () => {
            throw new Error('a reader was closed out');
          },
        }),
      );
      return () => leaves.forEach((leave) => leave());
    },
    async (id) => {
      const put = await putAnnotation({ ...context, now: new Date() }, { id, body });
      if (!put.ok) throw new Error(put.error.message);
    },
  );
  const app = await serveApp();
  const headers = { cookie: `next-auth.session-token=${desk.session}`, origin: app.address };
  const overHttp = await measuredLevel(
    (readers, note) =>
      openStreams(`${app.address}/api/v1/articles/${article.id}/events`, headers, readers, note),
    (id) => put(`${app.address}/api/v1/annotations/${id}`, headers, body),
  ).finally(app.stop);
  return { name: 'live', readers: READERS, saves: SAVES, limitMs: LIMIT, hub: atHub, http: overHttp };
}

async function measuredLevel(subscribe: Subscribe, save: Save): Promise<Record<string, object>> {
  const arrivals = new Arrivals();
  const leave = await subscribe(READERS, (id) => arrivals.note(id));
  /** The milliseconds from the acknowledgement of one change to the last reader. */
  const delay = async (): Promise<number> => {
    const id = v7();
    const arrived = arrivals.expect(id);
    await save(id);
    const acknowledged = performance.now();
    return (await arrived) - acknowledged;
  };
  const results: Record<string, object> = {};
  for (const writers of WRITERS) {
    await measured(delay, 50, writers);
    const delays = (await measured(delay, SAVES, writers)).sort((a, b) => a - b);
    const at = (share: number) =>
      round(delays[Math.min(delays.length - 1, Math.floor(share * delays.length))]!);
    results[`writers${writers}`] = {
      medianMs: at(0.5),
      p95Ms: at(0.95),
      mostMs: at(1),
      isWithinLimit: at(0.95) <= LIMIT,
    };
  }
  leave();
  return results;
}

/** So many event streams, each on a connection of its own; done when all of them are open. */
async function openStreams(
  address: string,
  headers: Record<string, string>,
  readers: number,
  note: (annotationId: string) => void,
): Promise<() => void> {
  const agent = new http.Agent({ maxSockets: Infinity });
  const open = () =>
    new Promise<http.ClientRequest>((done, fail) => {
      const request = http.get(address, { agent, headers }, (response) => {
        if (response.statusCode !== 200) return fail(new Error(`the stream answered ${response.statusCode}`));
        let rest = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          const frames = (rest + chunk).split('\n\n');
          rest = frames.pop()!;
          for (const frame of frames) {
            const id = /"annotationId":"([^"]+)"/.exec(frame)?.[1];
            if (id) note(id);
          }
        });
        done(request);
      });
      request.on('error', fail);
    });
  const streams = await Promise.all(Array.from({ length: readers }, open));
  return () => streams.forEach((stream) => stream.destroy());
}

async function put(address: string, headers: Record<string, string>, body: object): Promise<void> {
  const response = await fetch(address, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  if (response.status !== 201) throw new Error(`the save answered ${response.status}`);
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
