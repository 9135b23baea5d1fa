import { useRef } from 'react';
import { v7 } from 'uuid';

/** Something new that was sent and perhaps not answered: its id, and the words as they went. */
export interface SentAttempt {
  id: string;
  sent: string;
}

/** The same words again have the same id: an answer that got lost makes no second one. Other words have another. */
export function sentAttempt(earlier: SentAttempt | null | undefined, request: object): SentAttempt {
  const sent = JSON.stringify(request);
  return earlier?.sent === sent ? earlier : { id: v7(), sent };
}

/** The id for what a form makes, by what it sends. */
export function useAttemptId(): (request: object) => string {
  const last = useRef<SentAttempt>(null);
  return (request) => (last.current = sentAttempt(last.current, request)).id;
}
