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

/** The stream of an article's changes and readers. Resumed by `Last-Event-ID` without a gap. */
export function openEventStream(
  request: Request,
  reader: Pick<Subscriber, 'articleId' | 'person' | 'after'>,
  isStillReader: () => Promise<boolean>,
): Response {
  const encoder = new TextEncoder();
  let close = (): void => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (frame: string): void => controller.enqueue(encoder.encode(frame));
      send(`retry: ${RETRY}\n\n`);
      const unsubscribe = hub().subscribe({
        ...reader,
        onChanges: (changes) => changes.forEach((change) => send(sseFrame(CHANGE_EVENT, change, change.seq))),
        onPresence: (message) => send(sseFrame(PRESENCE_EVENT, message)),
        onClosed: () => {
          send(sseFrame(CLOSED_EVENT, {}));
          close();
          controller.close();
        },
      });
      let isOpen = true;
      const beat = setInterval(async () => {
        const isAllowed = await isStillReader().catch(() => true);
        if (!isOpen) return;
        if (isAllowed) return send(': beat\n\n');
        // Whoever connects again is told why not.
        close();
        controller.close();
      }, BEAT_EVERY);
      close = () => {
        close = () => {};
        isOpen = false;
        clearInterval(beat);
        unsubscribe();
      };
      request.signal.addEventListener('abort', () => close());
    },
    cancel: () => close(),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
