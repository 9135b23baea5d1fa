const XSD_DATE = 'http://www.w3.org/2001/XMLSchema#date';
const own = (term: string): string => `touchstone:${term}`;

/** Own terms that need no type of their own. */
const PLAIN = [
  'anchor',
  'attribute',
  'attributeType',
  'byline',
  'checkworthy',
  'claim',
  'condition',
  'criteria',
  'criteriaPostHoc',
  'cue',
  'form',
  'guidelineVersion',
  'horizonText',
  'kind',
  'licence',
  'likelihoodWords',
  'mode',
  'normalized',
  'offsetUnit',
  'prediction',
  'probability',
  'publishedAtBasis',
  'publishedAtPrecision',
  'publisher',
  'quote',
  'recheckSinceRevision',
  'revisionNumber',
  'revisionText',
  'rightsHolder',
  'sha256',
  'sourceType',
  'stance',
  'status',
  'textMode',
  'verification',
  'version',
] as const;

/**
 * The terms that the standard's context does not define. `assessing` and `Composite` are the standard's own words,
 * which its published context leaves out. Order matters where it is a list: hops run innermost first.
 */
export const OWN_TERMS = {
  touchstone: 'urn:touchstone:terms:',
  assessing: 'oa:assessing',
  Composite: 'oa:Composite',
  ...Object.fromEntries(PLAIN.map((term) => [term, own(term)])),
  article: { '@id': own('article'), '@type': '@id' },
  evidenceAnnotation: { '@id': own('evidenceAnnotation'), '@type': '@id' },
  attributedTo: { '@id': own('attributedTo'), '@type': '@id' },
  attribution: { '@id': own('attribution'), '@container': '@list' },
  searches: { '@id': own('searches'), '@container': '@list' },
  deadline: { '@id': own('deadline'), '@type': XSD_DATE },
  judgedAsOf: { '@id': own('judgedAsOf'), '@type': XSD_DATE },
  outcomeKnownAt: { '@id': own('outcomeKnownAt'), '@type': XSD_DATE },
  publishedAt: { '@id': own('publishedAt'), '@type': XSD_DATE },
} as const;

/** The context of the standard, which each of its annotations must name. */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** The `@context` of the W3C export: the standard's, then our own. */
export const W3C_CONTEXT = [ANNO_CONTEXT, OWN_TERMS] as const;
