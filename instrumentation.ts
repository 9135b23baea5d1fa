/** Runs once in each process of the server, before it answers: so it only says what is to be done a little later. */
export function register(): void {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  setTimeout(
    () =>
      void import('@/lib/usecases/work-on-releases').then(
        ({ releaseWorker }) => releaseWorker().start(),
        (error: unknown) => console.error('releases that wait are not made', error),
      ),
    AFTER_START,
  ).unref();
}

/** Whoever opens the first page comes first, in milliseconds. */
const AFTER_START = 3_000;
