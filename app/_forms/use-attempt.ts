'use client';
import { useState, useTransition } from 'react';

const UNREACHED =
  'This did not reach the server, and nothing was changed. Check your connection and try again.';

/** Runs what answers with the words of a refusal, or null when it is done; keeps the words until the next try. */
export function useAttempt<A extends unknown[]>(run: (...given: A) => Promise<string | null>) {
  const [error, setError] = useState<string | null>(null);
  const [isBusy, startTransition] = useTransition();
  const attempt = (...given: A) =>
    startTransition(async () => {
      setError(await run(...given).catch(wordsOfBug));
    });
  return { attempt, error, isBusy };
}

function wordsOfBug(error: unknown): string {
  console.error(error);
  return UNREACHED;
}
