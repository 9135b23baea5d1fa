/** The outcome of something that can fail in an expected way. Bugs throw; expected failures are values. */
export type Result<T, E extends Failure = Failure> = { ok: true; value: T } | { ok: false; error: E };

/** An expected failure: a stable code for programs, a plain sentence for people, and what the receiver needs to go on. */
export interface Failure<C extends string = string> {
  code: C;
  message: string;
  [detail: string]: unknown;
}

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const err = <E extends Failure>(error: E): { ok: false; error: E } => ({ ok: false, error });
