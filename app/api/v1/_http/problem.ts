import 'server-only';
import type { Failure } from '@/lib/domain/result';

/** HTTP statuses of the failures' codes. The only place that knows both. Codes not listed are refused inputs (422). */
const STATUS: Record<string, number> = {
  unauthenticated: 401,
  other_user: 401,
  wrong_origin: 403,
  forbidden: 403,
  not_found: 404,
  no_file: 404,
  method_not_allowed: 405,
  anchor_mismatch: 409,
  stale_version: 409,
  check_taken: 409,
  already_verified: 409,
  already_published: 409,
  unpublished: 409,
  criteria_locked: 409,
  condition_missing: 409,
  two_resolvers: 409,
  own_resolution: 409,
  resolution_submitted: 409,
  one_resolver: 409,
  resolution_settled: 409,
  deleted: 409,
  orphaned: 409,
  pass_submitted: 409,
  no_pass: 409,
  pass_open: 409,
  in_use: 409,
  campaign_closed: 409,
  place_taken: 409,
  time_over: 409,
  unit_changed: 409,
  already_decided: 409,
  superseded: 409,
  changed_since: 409,
  id_taken: 409,
  already_settled: 409,
  not_awaiting: 409,
  slug_taken: 409,
  name_taken: 409,
  merged: 409,
  last_owner: 409,
  losses: 409,
  not_empty: 409,
  release_exists: 409,
  not_ready: 409,
  too_large: 413,
  precondition_required: 428,
  too_many_attempts: 429,
  release_failed: 500,
};

const TITLES: Record<number, string> = {
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  422: 'Refused',
  428: 'Version missing',
  429: 'Too many attempts',
  500: 'Failed',
};

/** A failure as `application/problem+json` (RFC 9457): `code` is for programs, `detail` for people. */
export function problem(failure: Failure, headers: Record<string, string> = {}): Response {
  const { code, message, ...details } = failure;
  const status = STATUS[code] ?? 422;
  const body = {
    type: `urn:touchstone:problem:${code}`,
    title: TITLES[status],
    status,
    code,
    detail: message,
    ...details,
  };
  return Response.json(body, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...headers,
    },
  });
}
