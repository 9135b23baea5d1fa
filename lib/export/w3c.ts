import type { Annotation } from '@/lib/domain/annotation';
import { isDecided, type TextMode } from '@/lib/domain/vocabulary';
import { jsonFromAttributes } from './guideline-json';
import {
  type DescribedAnnotation,
  type DescribedEvidence,
  type ExportedWorkspace,
  type ExportOptions,
  OFFSET_UNIT,
  verificationInForce,
} from './records';
import { shownCriteria, shownExcerpt, shownRow } from './text-mode';
import { ANNO_CONTEXT, W3C_CONTEXT } from './w3c-context';

type Json = Record<string, unknown>;

const urn = (id: string): string => `urn:uuid:${id}`;
/** Leaves out what is not there: JSON-LD has no null. An object of nothing is nothing. */
function compact(object: Json): Json | undefined {
  const entries = Object.entries(object).filter(([, value]) => value !== null && value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/**
 * Web Annotation JSON-LD (W3C Recommendation of 23 February 2017): one AnnotationCollection whose only page is
 * embedded, one annotation a line. `total` is the number of annotations that follow. Offsets are code points: the
 * standard counts characters, never code units. `source` is the article's address, else its `urn:uuid:`; the
 * positions hold in the revision that the TimeState names as `cached`. Several spans are one `Composite` target,
 * because several targets would mean each of them by itself. In text mode `offsets` there is no TextQuoteSelector;
 * in mode `full` the revision's text stands on the first annotation of each revision. Own terms are defined in
 * {@link W3C_CONTEXT}, so that a JSON-LD processor drops nothing.
 */
export async function* w3cChunks(
  options: ExportOptions,
  { workspace, total }: { workspace: ExportedWorkspace; total: number },
  rows: AsyncIterable<DescribedAnnotation>,
): AsyncGenerator<string> {
  const collection = {
    '@context': W3C_CONTEXT,
    id: `${urn(workspace.id)}#annotations`,
    type: 'AnnotationCollection',
    label: workspace.name,
    ...(options.exportedAt !== undefined && { generated: options.exportedAt }),
    generator: { type: 'Software', name: 'Touchstone' },
    offsetUnit: OFFSET_UNIT,
    textMode: options.text,
    total,
  };
  const page = {
    id: `${urn(workspace.id)}#annotations-1`,
    type: 'AnnotationPage',
    partOf: collection.id,
    startIndex: 0,
  };
  yield `${opened(collection)},"first":${opened(page)},"items":[`;
  let separator = '\n';
  for await (const row of rows) {
    const shown = shownRow(options.text, row);
    yield separator + JSON.stringify(webAnnotationFrom(shown.mode, shown.row));
    separator = ',\n';
  }
  yield '\n]}}\n';
}

/** An object's JSON without its closing brace. */
const opened = (object: Json): string => JSON.stringify(object).slice(0, -1);

/** One annotation as the standard has it, also by itself; what our own terms mean stands in the collection's context. */
export function webAnnotationFrom(mode: TextMode, row: DescribedAnnotation): Json {
  const { annotation } = row;
  return {
    '@context': ANNO_CONTEXT,
    id: urn(annotation.id),
    type: 'Annotation',
    motivation: isDecided(annotation.status) ? ['classifying', 'assessing'] : 'classifying',
    creator: personFrom(annotation.author),
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    body: bodiesOf(mode, row),
    target: targetOf(mode, row),
    ...detailsOf(mode, row),
  };
}

const personFrom = ({ id, name }: { id: string; name: string }): Json => ({
  id: urn(id),
  type: 'Person',
  name,
});

function bodiesOf(mode: TextMode, row: DescribedAnnotation): Json[] {
  const { annotation } = row;
  const decision = verificationInForce(row);
  return [
    wordBody('classifying', annotation.kind),
    {
      ...wordBody('assessing', annotation.status),
      ...(decision && { creator: personFrom(decision.verifier), created: decision.createdAt }),
    },
    ...(decision?.rationale ? [textBody('commenting', decision.rationale)] : []),
    ...annotation.tags.map((tag) => textBody('tagging', tag)),
    ...Object.entries(jsonFromAttributes(annotation.attributes)).map(attributeBody),
    ...(decision?.evidence ?? []).map((item) => evidenceBody(mode, item)),
  ];
}

const textBody = (purpose: string, value: string): Json => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
});
/** A value of an attribute that the guideline defines; one that is a number says so, because a body's value is text. */
const attributeBody = ([attribute, value]: [string, string | number]): Json => ({
  ...textBody('describing', String(value)),
  attribute,
  ...(typeof value === 'number' && { attributeType: 'number' }),
});
/** A word of our own vocabulary, which is English. */
const wordBody = (purpose: string, value: string): Json => ({ ...textBody(purpose, value), language: 'en' });

function evidenceBody(mode: TextMode, item: DescribedEvidence): Json {
  const excerpt = shownExcerpt(mode, item);
  const selectors = [
    ...(item.span ? [positionSelector(item.span)] : []),
    ...(excerpt ? [{ type: 'TextQuoteSelector', exact: excerpt }] : []),
  ];
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: item.url ? iriFrom(item.url) : articleIri(item.articleId!, item.articleUrl),
    ...(item.revisionId && { state: { type: 'TimeState', cached: urn(item.revisionId) } }),
    ...(selectors.length > 0 && { selector: selectors }),
    stance: item.stance,
    ...(item.annotationId && { evidenceAnnotation: urn(item.annotationId) }),
  };
}

const positionSelector = ({ start, end }: { start: number; end: number }): Json => ({
  type: 'TextPositionSelector',
  start,
  end,
});

function targetOf(mode: TextMode, row: DescribedAnnotation): Json {
  const { annotation } = row;
  const place = placeOf(mode, row);
  const targets = annotation.spans.map((span) => ({ ...place, selector: selectorsOf(mode, span) }));
  if (targets.length === 0) return place;
  return targets.length === 1 ? targets[0]! : { type: 'Composite', items: targets };
}

function placeOf(mode: TextMode, { article, revision }: DescribedAnnotation): Json {
  return {
    type: 'SpecificResource',
    source: compact({
      id: articleIri(article.id, article.url),
      label: article.title,
      language: article.language,
      article: urn(article.id),
      publisher: article.publisher,
      byline: article.byline,
      publishedAt: article.publishedAt,
      publishedAtPrecision: article.publishedAtPrecision,
      publishedAtBasis: article.publishedAtBasis,
      rights: article.licenceUrl ? iriFrom(article.licenceUrl) : null,
      licence: article.licence,
      rightsHolder: article.rightsHolder,
    }),
    state: compact({
      type: 'TimeState',
      sourceDate: revision.createdAt,
      cached: urn(revision.id),
      revisionNumber: revision.number,
      sha256: revision.sha256,
      revisionText: mode === 'full' ? revision.text : null,
    }),
  };
}

function selectorsOf(mode: TextMode, span: Annotation['spans'][number]): Json[] {
  const { exact, prefix, suffix } = span;
  const position = positionSelector(span);
  return mode === 'offsets' ? [position] : [position, { type: 'TextQuoteSelector', exact, prefix, suffix }];
}

const articleIri = (id: string, url: string | null): string => (url ? iriFrom(url) : urn(id));
/** An address that was typed may hold spaces, which no IRI does. */
const iriFrom = (address: string): string => (URL.canParse(address) ? new URL(address).href : address);

/** What the standard has no word for. */
function detailsOf(mode: TextMode, row: DescribedAnnotation): Json {
  const { annotation } = row;
  const decision = verificationInForce(row);
  return (
    compact({
      kind: annotation.kind,
      status: annotation.status,
      anchor: annotation.anchor,
      recheckSinceRevision: annotation.recheck?.sinceRevision,
      version: annotation.version,
      guidelineVersion: annotation.guidelineVersion,
      attribution: annotation.attribution.length > 0 ? annotation.attribution.map(hopFrom) : null,
      claim: annotation.claim && compact({ ...annotation.claim }),
      quote: annotation.quote && compact({ ...annotation.quote }),
      prediction: annotation.prediction && compact({ ...annotation.prediction }),
      verification:
        decision &&
        compact({
          id: urn(decision.id),
          searches: decision.searches.length > 0 ? decision.searches : null,
          criteria: shownCriteria(mode, decision),
          criteriaPostHoc: decision.criteriaPostHoc,
          outcomeKnownAt: decision.outcomeKnownAt,
        }),
    }) ?? {}
  );
}

const hopFrom = ({ source, cue, mode }: Annotation['attribution'][number]) =>
  compact({
    attributedTo: { id: urn(source.id), name: source.name, sourceType: source.type },
    cue,
    mode,
  });
