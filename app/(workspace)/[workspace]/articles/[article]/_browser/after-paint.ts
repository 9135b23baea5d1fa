import { flushSync } from 'react-dom';

/** In a window that nobody sees no frame is painted; then it is done after so many milliseconds. */
const AT_LATEST = 100;
/** What somebody does to the page: it must find the work done. */
const ACTS = ['keydown', 'pointerdown', 'beforeinput'] as const;

/**
 * Does the work once the frame with what was changed before is painted, so that no one frame has to carry both; or before
 * the next key or press, if that comes sooner. A key that comes sooner goes to where the work moves the focus.
 */
export function afterPaint(work: () => void): void {
  const waiting = new AbortController();
  const { signal } = waiting;
  const finish = () => {
    if (signal.aborted) return;
    waiting.abort();
    flushSync(work);
  };
  const beforeAct = (event: Event) => {
    const focused = document.activeElement;
    finish();
    if (event instanceof KeyboardEvent && document.activeElement !== focused) handOn(event);
  };
  for (const act of ACTS) window.addEventListener(act, beforeAct, { capture: true, signal });
  requestAnimationFrame(() => setTimeout(finish));
  setTimeout(finish, AT_LATEST);
}

/** The character itself goes into the field that has the focus now; its listeners are told of the key here. */
function handOn(event: KeyboardEvent): void {
  event.stopImmediatePropagation();
  const again = new KeyboardEvent(event.type, event);
  if (!document.activeElement?.dispatchEvent(again)) event.preventDefault();
}
