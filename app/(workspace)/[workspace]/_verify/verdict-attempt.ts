import { v7 } from 'uuid';

/** A verdict that was sent and perhaps not answered: its id, and the words as they went. */
export interface VerdictAttempt {
  id: string;
  sent: string;
}

/** The same words again have the same id: an answer that got lost makes no second decision. */
export function verdictAttempt(earlier: VerdictAttempt | null | undefined, request: object): VerdictAttempt {
  const sent = JSON.stringify(request);
  return earlier?.sent === sent ? earlier : { id: v7(), sent };
}
