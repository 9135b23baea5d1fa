import 'server-only';

/**
 * Where a request came from: the last hop that the nearest proxy (or Next's own server) wrote down. Earlier ones are
 * the client's own words. Only for counting attempts, never for rights: without a proxy a client can invent it.
 */
export function clientAddressFrom(headers: Record<string, string> | undefined): string | null {
  return headers?.['x-forwarded-for']?.split(',').at(-1)?.trim() || null;
}
