import type { Source, SourceReference } from './source';

const PREFIX = 'new:';

/**
 * A source that only the client knows yet, because the server makes it when the annotation arrives. Its id is no UUID
 * but says name and type, so that a request can be made from it again: see {@link referenceFromSource}.
 */
export const provisionalSource = ({ name, type }: Pick<Source, 'name' | 'type'>): Source => ({
  id: `${PREFIX}${type}:${name}`,
  name,
  type,
});

export const isProvisional = (sourceId: string): boolean => sourceId.startsWith(PREFIX);

/** A source as a request names it: by its id, or by name and type while it is provisional. */
export function referenceFromSource({ id }: Pick<Source, 'id'>): SourceReference {
  if (!isProvisional(id)) return { id };
  const [, type, name] = /^new:([^:]+):(.*)$/s.exec(id)!;
  return { name: name!, type: type as Source['type'] };
}
