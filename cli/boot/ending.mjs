// @ts-check
import { explanationOf } from './refusal.mjs';
import { stopPrograms } from './run-program.mjs';

/**
 * How a long-running command ends: what was begun is ended in the opposite order, once, whatever the reason.
 * @typedef {object} Ending
 * @property {() => Promise<void> | void} stop
 * @property {() => void} [force] for one who cannot wait; must not throw
 */

/** npm and the terminal both pass a Ctrl-C on: one key press arrives twice, close together. */
const SAME_KEY_PRESS_MS = 1_000;

/** @type {Ending[]} */
const endings = [];
/** @type {number | null} */
let endingSince = null;

/** @param {Ending} ending */
export const atEnd = (ending) => void endings.push(ending);

export const isEnding = () => endingSince !== null;

/**
 * Ends everything and the process. Later calls change nothing.
 * @param {number} code
 */
export async function end(code) {
  if (endingSince !== null) return;
  endingSince = Date.now();
  stopPrograms('SIGTERM');
  let status = code;
  for (const { stop } of endings.reverse()) {
    try {
      await stop();
    } catch (error) {
      status = 1;
      console.error(explanationOf(error));
    }
  }
  process.exit(status);
}

/**
 * Ctrl-C and its like end the process in order; a second one, later, at once.
 * @param {{code: number, say: import('./step.mjs').Say}} options code: the exit code after the first
 */
export function endOnSignals({ code, say }) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (endingSince === null) {
        say('Stopping…');
        void end(code);
      } else if (Date.now() - endingSince > SAME_KEY_PRESS_MS) {
        stopPrograms('SIGKILL');
        for (const { force } of endings) force?.();
        process.exit(130);
      }
    });
  }
}
