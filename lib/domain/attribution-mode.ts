import type { AttributionMode, SourceType } from './vocabulary';

/** How a hop names a source of this type, unless the annotator says otherwise. */
export const modeOf = (type: SourceType): AttributionMode =>
  type === 'anonymous' ? 'anonymous' : type === 'author' ? 'author' : 'named';
