import 'server-only';
import { problem } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Handlers for the methods that an address does not have, beside `OPTIONS`, which tells those it has. Without them the
 * framework answers with an empty body.
 */
export function otherMethodsThan(...allowed: Method[]): Record<Method | 'OPTIONS', () => Response> {
  const allow = [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const refuse = (): Response =>
    problem(
      { code: 'method_not_allowed', message: `This address takes ${allow}. Nothing was changed.` },
      { allow },
    );
  const options = (): Response => new Response(null, { status: 204, headers: { allow } });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: options };
}
