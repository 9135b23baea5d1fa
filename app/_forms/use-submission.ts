'use client';
import { type FormEvent, useSyncExternalStore } from 'react';
import { useAttempt } from './use-attempt';

/**
 * A form that is sent by script and keeps what was typed when it is refused. `isReady` is false until the script
 * runs: before that a press would send the form in the browser's own way.
 */
export function useSubmission(run: (form: FormData) => Promise<string | null>) {
  const { attempt, error, isBusy } = useAttempt(run);
  const isReady = useIsReady();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isBusy) attempt(new FormData(event.currentTarget));
  };
  return { onSubmit, error, isBusy, isReady };
}

const subscribeToNothing = () => () => undefined;
export const useIsReady = (): boolean =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
