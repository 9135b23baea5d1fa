import 'server-only';
import { hub, type Subscriber } from '@/lib/live/hub';
import {
  CHANGE_EVENT,
  CLOSED_EVENT,
  NOTICES_EVENT,
  PRESENCE_EVENT,
  REVISION_EVENT,
  sseFrame,
} from '@/lib/live/wire';
import type { FollowedArticles } from '@/lib/usecases/follow-articles';

/** Milliseconds after which a browser reconnects. */
const RETRY = 1_000;
/**
 * A comment this often keeps proxies from closing an idle stream, in milliseconds; as often it is asked whether the
 * reader may go on: their session or token may have ended since.
 */
const BEAT_EVERY = 10_000;

/** Bytes that wait for a receiver who reads too slowly, or not at all; then the stream ends and may be resumed. */
const MOST_WAITING = 4_000_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/** The stream of an article's changes and readers. Resumed by `Last-Event-ID` without a gap. */
export function openEventStream(
  request: Request,
  reader: Pick<Subscriber, 'articleId' | 'person' | 'after'>,
  isStillReader: () => Promise<boolean>,
): Response {
  return openStream(request, isStillReader, (send, end) =>
    hub().subscribe({
      ...reader,
      onChanges: (changes) => changes.forEach((change) => send(sseFrame(CHANGE_EVENT, change, change.seq))),
      onPresence: (message) => send(sseFrame(PRESENCE_EVENT, message)),
      onClosed: () => {
        send(sseFrame(CLOSED_EVENT, {}));
        end();
      },
    }),
  );
}

/**
 * One stream for several articles and the person's notices. It has no `id:`: each message names its article and each
 * change its number, with which the client asks again. `listOpen` answers which of the articles its reader may still
 * read, or null when the session has ended.
 */
export function openSharedStream(
  request: Request,
  followed: FollowedArticles,
  listOpen: () => Promise<ReadonlySet<string> | null>,
): Response {
  const follows = new Map<string, () => void>();
  const isStillReader = async (): Promise<boolean> => {
    const open = await listOpen();
    for (const [articleId, close] of follows) if (open && !open.has(articleId)) close();
    return open !== null;
  };
  return openStream(request, isStillReader, (send) => {
    const closed = (articleId: string): void => send(sseFrame(CLOSED_EVENT, { articleId }));
    for (const { articleId, ...place } of followed.articles) {
      const stop = hub().subscribe({
        ...place,
        articleId,
        person: followed.person,
        showsPlaces: true,
        onChanges: (changes) =>
          changes.forEach((change) => send(sseFrame(CHANGE_EVENT, { articleId, ...change }))),
        onPresence: (message) => send(sseFrame(PRESENCE_EVENT, { articleId, ...message })),
        onRevision: (message) => send(sseFrame(REVISION_EVENT, { articleId, ...message })),
        onClosed: () => close(),
      });
      const close = (): void => {
        if (!follows.delete(articleId)) return;
        stop();
        closed(articleId);
      };
      follows.set(articleId, close);
    }
    followed.closed.forEach(closed);
    const notice = (): void => send(sseFrame(NOTICES_EVENT, {}));
    const stopNotices = followed.hasNotices ? hub().followNotices(followed.person.id, notice) : () => {};
    if (followed.hasNotices) notice();
    return () => {
      stopNotices();
      for (const close of [...follows.values()]) close();
    };
  });
}

/** A response of server-sent events: what `join` sends until its client goes, may go on no longer or reads too slowly. */
function openStream(
  request: Request,
  isStillReader: () => Promise<boolean>,
  join: (send: (frame: string) => void, end: () => void) => () => void,
): Response {
  // Whoever asks for the head alone joins nobody.
  if (request.method === 'HEAD') return new Response(null, { headers: HEADERS });
  const encoder = new TextEncoder();
  let leave = (): void => {};
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    let isOpen = true;
    let unsubscribe = (): void => {};
    leave = () => {
      isOpen = false;
      clearInterval(beat);
      unsubscribe();
    };
    const end = (): void => {
      if (!isOpen) return;
      leave();
      controller.close();
    };
    const send = (frame: string): void => {
      if (!isOpen) return;
      if ((controller.desiredSize ?? 0) <= 0) return end();
      controller.enqueue(encoder.encode(frame));
    };
    const beat = setInterval(async () => {
      const isAllowed = await isStillReader().catch(() => true);
      if (isAllowed) send(': beat\n\n');
      // Whoever connects again is told why not.
      else end();
    }, BEAT_EVERY);
    send(`retry: ${RETRY}\n\n`);
    unsubscribe = join(send, end);
    // It may have ended while it was joined.
    if (!isOpen) unsubscribe();
    request.signal.addEventListener('abort', leave);
    // A client that went before it was subscribed is not announced any more.
    if (request.signal.aborted) leave();
  };
  const stream = new ReadableStream<Uint8Array>(
    { start, cancel: () => leave() },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
  return new Response(stream, { headers: HEADERS });
}
