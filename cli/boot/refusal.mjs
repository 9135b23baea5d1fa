// @ts-check

/** A failure that the person at the terminal can mend: shown as its sentence alone, without a stack. */
export class Refusal extends Error {
  name = 'Refusal';
}

/** @param {unknown} error */
export function explanationOf(error) {
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
