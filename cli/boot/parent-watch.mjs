// @ts-check

const WATCH_MS = 1_000;

/** Calls once when the process that started this one is gone. @param {() => void} onGone */
export function watchParent(onGone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, WATCH_MS);
  timer.unref();
}
