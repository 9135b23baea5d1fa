import 'server-only';
import { env } from '@/lib/env';

const hostOf = (address: string | null): string | null =>
  address !== null && URL.canParse(address) ? new URL(address).host : null;

/**
 * Whether a request comes from a page of this installation. `Host` is what the browser believed to talk to; behind
 * a proxy that rewrites it, the configured address says the same. A request without `Origin` is not trusted.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = hostOf(request.headers.get('origin'));
  return origin !== null && (origin === request.headers.get('host') || origin === hostOf(env().NEXTAUTH_URL));
}
