import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { askToSignIn } from './session-news';

export interface Answer<T> {
  status: number;
  value: T;
}

/** A header that names whose change it is: refused when somebody else has signed in on this browser since. */
export const asUser = (userId: string): Record<string, string> => ({ 'touchstone-user': userId });

/** Sends JSON to the app's own API. A refusal comes back as its problem's code, plain words and details. */
export function postJson<T>(
  address: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Result<Answer<T>, Failure>> {
  return ask<T>(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** The same with another verb; without a body where there is nothing to say beside it. */
export function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  address: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Result<Answer<T>, Failure>> {
  return ask<T>(address, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

export function getJson<T>(address: string, signal?: AbortSignal): Promise<Result<Answer<T>, Failure>> {
  return ask<T>(address, { ...(signal && { signal }) });
}

async function ask<T>(address: string, request: RequestInit): Promise<Result<Answer<T>, Failure>> {
  const response = await fetch(address, request).catch(() => null);
  if (!response)
    return err({
      code: 'unreached',
      message:
        'The server could not be reached. What you typed is still here: check your connection and try again.',
    });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return ok({ status: response.status, value: body as T });
  return err(failureFrom(response.status, body));
}

function failureFrom(status: number, body: unknown): Failure {
  const { code, detail, ...details } = (body ?? {}) as { code?: unknown; detail?: unknown };
  if (status === 401) {
    askToSignIn();
    const who = code === 'other_user' ? 'Somebody else has signed in on this browser' : 'You are signed out';
    return {
      code: 'unauthenticated',
      message: `${who}. What you typed is still here: sign in again, then try once more.`,
    };
  }
  if (typeof code === 'string' && typeof detail === 'string') return { ...details, code, message: detail };
  return {
    code: 'bug',
    message: 'Something went wrong on our side. What you typed is still here; try again in a moment.',
  };
}
