import 'server-only';
import type { Failure, Result } from '@/lib/domain/result';

/**
 * An answer that tells how far something is while it goes on: lines of JSON, `{progress}` at most some times a second, and
 * last `{value}` or `{problem}`. A refusal that comes before anything was done is an ordinary one.
 */
export async function progressed<T, P>(
  run: (onProgress: (progress: P) => void) => Promise<Result<T, Failure>>,
  onDone: (value: T) => void,
): Promise<Response | Result<never, Failure>> {
  const encoder = new TextEncoder();
  let send: ((line: object) => void) | null = null;
  let begun: () => void = () => undefined;
  const beginning = new Promise<null>((resolve) => (begun = () => resolve(null)));
  let sentAt = 0;
  const running = run((progress) => {
    begun();
    if (performance.now() - sentAt < PAUSE) return;
    sentAt = performance.now();
    send?.({ progress });
  }).then((outcome) => {
    if (outcome.ok) onDone(outcome.value);
    return outcome;
  });
  const early = await Promise.race([running, beginning]);
  if (early && !early.ok) return early;
  // A reader who goes away closes it; what was begun is finished all the same.
  let isOpen = true;
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      send = (line) => {
        try {
          if (isOpen) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        } catch {
          isOpen = false;
        }
      };
      try {
        const outcome = await running;
        send(outcome.ok ? { value: outcome.value } : { problem: problemOf(outcome.error) });
      } catch (error) {
        console.error('an import failed', error);
        send({
          problem: {
            code: 'bug',
            detail: 'Something went wrong on our side. What was taken before is there.',
          },
        });
      }
      if (isOpen) controller.close();
    },
    cancel() {
      isOpen = false;
    },
  });
  return new Response(stream, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}

/** Between two lines of progress, in milliseconds. */
const PAUSE = 200;

const problemOf = ({ code, message, ...details }: Failure): object => ({ code, detail: message, ...details });
