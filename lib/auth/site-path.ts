const HERE = 'http://here.invalid';

/** Where to go after signing in: a path of this site, or its front page for anything that would lead elsewhere. */
export function sitePathFrom(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !URL.canParse(next, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(next, HERE);
  // "/.//elsewhere" resolves to "//elsewhere", which a browser takes for another host.
  const isHere = next.startsWith('/') && origin === HERE && !pathname.startsWith('//');
  return isHere ? pathname + search + hash : '/';
}
