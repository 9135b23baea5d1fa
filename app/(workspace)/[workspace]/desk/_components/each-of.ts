/** So many requests are under way at once: a browser opens six connections to one server, and the stream holds one. */
const AT_ONCE = 4;

/** Does the work for each, a few at a time, and ends when all are done. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const workThrough = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workThrough));
}
