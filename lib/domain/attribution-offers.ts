import type { Annotation } from './annotation';
import { type AttributionHint, attributionHints } from './attribution-hints';
import { sentenceSpanOf } from './sentence-span';
import { foldedName } from './folded-name';
import { isProvisional } from './provisional-source';
import type { Source } from './source';
import type { TextIndex } from './text-index';
import type { SourceType } from './vocabulary';

/** A source and a cue that may fit. `id` is null for a name that is not known as a source. */
export interface AttributionOffer {
  id: string | null;
  name: string;
  type: SourceType;
  cue: string | null;
  /** Whether it stands in the annotation's own sentence, speaks just before it in the text, or was given last. */
  basis: 'sentence' | 'nearby' | 'before';
}

const MOST_OFFERS = 3;

/**
 * What to offer as the attribution of an annotation, likeliest first, at most three: who speaks in its sentences, under
 * the full name where the article's annotations know exactly one such source; where they name nobody ("she said") the
 * person who speaks last before it in the text; then the source and cue that this person gave last, and the one before.
 * Only an offer: the sentences are read by a few patterns.
 */
export function attributionOffers(
  index: TextIndex,
  offered: Pick<Annotation, 'id' | 'spans' | 'anchor'>,
  annotations: readonly Annotation[],
  userId: string,
): AttributionOffer[] {
  const attributed = annotations.filter(({ id, attribution }) => id !== offered.id && attribution.length > 0);
  const hints = attributionHints(sentencesOf(index, offered));
  const sources = attributed.flatMap(({ attribution }) => attribution.map(({ source }) => source));
  const known = [...new Map(sources.map((source) => [source.id, source])).values()];
  const named = hints.map(({ source, cue }): AttributionOffer | null => {
    const speaker = source
      ? (knownSource(source, known) ?? { id: null, ...source })
      : speakerBefore(offered, attributed);
    return speaker && { ...withoutProvisionalId(speaker), cue, basis: source ? 'sentence' : 'nearby' };
  });
  const offers = [...named.filter((offer) => offer !== null), ...attributionsGiven(attributed, userId)];
  return firstOfEachName(offers, MOST_OFFERS);
}

/** Looks no further than it has to: there may be thousands. */
function firstOfEachName(offers: readonly AttributionOffer[], most: number): AttributionOffer[] {
  const first = new Map<string, AttributionOffer>();
  for (const offer of offers) {
    if (first.size === most) break;
    const name = foldedName(offer.name);
    if (!first.has(name)) first.set(name, offer);
  }
  return [...first.values()];
}

/** The person to whom the nearest words up to an annotation's end are attributed. */
function speakerBefore(
  { spans }: Pick<Annotation, 'spans'>,
  attributed: readonly Annotation[],
): Source | null {
  const end = spans.at(-1)?.end ?? 0;
  const before = attributed.filter(
    ({ anchor, spans: [first], attribution }) =>
      anchor !== 'orphaned' && first && first.start < end && attribution[0]!.source.type === 'person',
  );
  const nearest = before.sort((a, b) => b.spans[0]!.start - a.spans[0]!.start)[0];
  return nearest?.attribution[0]!.source ?? null;
}

/** The whole sentences of an annotation's words; none where they are no longer in this text. */
function sentencesOf(index: TextIndex, { spans, anchor }: Pick<Annotation, 'spans' | 'anchor'>): string {
  const [first, last] = [spans[0], spans.at(-1)];
  if (anchor === 'orphaned' || !first || !last) return '';
  const { start, end } = sentenceSpanOf(index, { start: first.start, end: last.end });
  return index.slice(start, end);
}

/** What this person attributed annotations to, the last one first. */
function attributionsGiven(attributed: readonly Annotation[], userId: string): AttributionOffer[] {
  return attributed
    .filter(({ author }) => author.id === userId)
    .sort((a, b) => descending(a.updatedAt, b.updatedAt) || descending(a.id, b.id))
    .map(({ attribution }) => {
      const { source, cue } = attribution[0]!;
      return { ...withoutProvisionalId(source), cue, basis: 'before' };
    });
}

const withoutProvisionalId = <S extends { id: string | null }>(source: S) => ({
  ...source,
  id: source.id !== null && isProvisional(source.id) ? null : source.id,
});

/** The one source of that name or, for a family name alone, the one person who has it; null where there are several. */
function knownSource(
  hinted: NonNullable<AttributionHint['source']>,
  known: readonly Source[],
): Source | null {
  const folded = foldedName(hinted.name);
  const same = known.find(({ name }) => foldedName(name) === folded);
  if (same || folded.includes(' ')) return same ?? null;
  const namesakes = known.filter(({ name }) => foldedName(name).endsWith(` ${folded}`));
  const isOne = new Set(namesakes.map(({ name }) => foldedName(name))).size === 1;
  return isOne ? namesakes[0]! : null;
}

const descending = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);
