import 'server-only';
import { hub, type Subscriber } from '@/lib/live/hub';
import { CHANGE_EVENT, CLOSED_EVENT, PRESENCE_EVENT, sseFrame } from '@/lib/live/wire';

/** Milliseconds after which a browser reconnects. */
const RETRY = 1_000;
/**
 * A comment this often keeps proxies from closing an idle stream, in milliseconds; as often it is asked whether the
 * reader may go on: their session or token may have ended since.
 */
const BEAT_EVERY = 10_000;

/** Bytes that wait for a receiver who reads too slowly, or not at all; then the stream ends and may be resumed. */
const MOST_WAITING = 4_000_000;

/** The stream of an article's changes and readers. Resumed by `Last-Event-ID` without a gap. */
export function openEventStream(
  request: Request,
  reader: Pick<Subscriber, 'articleId' | 'person' | 'after'>,
  isStillReader: () => Promise<boolean>,
): Response {
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
      else if (isOpen) end();
    }, BEAT_EVERY);
    send(`retry: ${RETRY}\n\n`);
    unsubscribe = hub().subscribe({
      ...reader,
      onChanges: (changes) => changes.forEach((change) => send(sseFrame(CHANGE_EVENT, change, change.seq))),
      onPresence: (message) => send(sseFrame(PRESENCE_EVENT, message)),
      onClosed: () => {
        send(sseFrame(CLOSED_EVENT, {}));
        if (isOpen) end();
      },
    });
    request.signal.addEventListener('abort', leave);
    // A client that went before it was subscribed is not announced any more.
    if (request.signal.aborted) leave();
  };
  const stream = new ReadableStream<Uint8Array>(
    { start, cancel: () => leave() },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
