import { wordOfKind, wordOfStatus } from '@/app/_marks/words';
import type { Annotation, Hop } from '@/lib/domain/annotation';

const lowered = (words: string): string => words.charAt(0).toLocaleLowerCase('en') + words.slice(1);

/** The last hop outwards follows with "via": "Edmund Quill, via Leaflet of the Crossing Group". */
export const sourcesInWords = (attribution: readonly Hop[]): string =>
  attribution.map(({ source }, i) => (i ? `via ${source.name}` : source.name)).join(', ');

/** What a screen reader says of an annotation: "Claim, refuted, said by the harbour office". */
export function nameOfAnnotation({ kind, status, attribution }: Annotation): string {
  const first = attribution[0];
  const said = first
    ? first.mode === 'author'
      ? ', in the article’s own voice'
      : `, said by ${sourcesInWords(attribution)}`
    : '';
  return `${wordOfKind(kind)}, ${lowered(wordOfStatus(status))}${said}`;
}
