import { useCallback, useEffect, useState } from 'react';
import { getJson } from './ask-api';

/** How long what stands below waits for an answer that does not come, in milliseconds. */
const PATIENCE = 1_500;

export interface Asked<T> {
  /** The last answer; null until there is one. */
  answer: T | null;
  hasFailed: boolean;
  /** Answered, failed, or waited for long enough: what stands below can be shown without being moved by it. */
  isSettled: boolean;
  askAgain: () => void;
}

/** What the server says at an address, asked again whenever `version` changes; no address: nothing is asked. */
export function useAnswer<T>(address: string | null, version: unknown = null): Asked<T> {
  const [answer, setAnswer] = useState<T | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [isSettled, setIsSettled] = useState(address === null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (address === null) return;
    const leaving = new AbortController();
    const patience = setTimeout(() => setIsSettled(true), PATIENCE);
    void getJson<T>(address, leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      if (answer.ok) setAnswer(answer.value.value);
      setHasFailed(!answer.ok);
      setIsSettled(true);
    });
    return () => {
      leaving.abort();
      clearTimeout(patience);
    };
  }, [address, version, turn]);
  const askAgain = useCallback(() => setTurn((was) => was + 1), []);
  // What is not asked any more is not waited for either.
  return { answer, hasFailed, isSettled: isSettled || address === null, askAgain };
}
