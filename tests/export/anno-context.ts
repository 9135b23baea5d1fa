/**
 * The terms of the Web Annotation vocabulary's JSON-LD context that the exports use, as the Recommendation of 23 February
 * 2017 defines them (Web Annotation Vocabulary, appendix A), so that tests need no network.
 */
const iri = (id: string) => ({ '@id': id, '@type': '@id' });
const word = (id: string) => ({ '@id': id, '@type': '@vocab' });
const number = (id: string) => ({ '@id': id, '@type': 'xsd:nonNegativeInteger' });
const instant = (id: string) => ({ '@id': id, '@type': 'xsd:dateTime' });

export const ANNO_ADDRESS = 'http://www.w3.org/ns/anno.jsonld';
export const ANNO_CONTEXT = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    as: 'http://www.w3.org/ns/activitystreams#',
    schema: 'http://schema.org/',
    id: '@id',
    type: '@type',
    Annotation: 'oa:Annotation',
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    Person: 'foaf:Person',
    Software: 'as:Application',
    SpecificResource: 'oa:SpecificResource',
    TextPositionSelector: 'oa:TextPositionSelector',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextualBody: 'oa:TextualBody',
    TimeState: 'oa:TimeState',
    assessing: 'oa:assessing',
    classifying: 'oa:classifying',
    commenting: 'oa:commenting',
    linking: 'oa:linking',
    tagging: 'oa:tagging',
    body: iri('oa:hasBody'),
    target: iri('oa:hasTarget'),
    source: iri('oa:hasSource'),
    selector: iri('oa:hasSelector'),
    state: iri('oa:hasState'),
    cached: iri('oa:cachedSource'),
    creator: iri('dcterms:creator'),
    generator: iri('as:generator'),
    first: iri('as:first'),
    items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
    motivation: word('oa:motivatedBy'),
    purpose: word('oa:hasPurpose'),
    format: 'dc:format',
    language: 'dc:language',
    value: 'rdf:value',
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    name: 'foaf:name',
    label: 'rdfs:label',
    created: instant('dcterms:created'),
    modified: instant('dcterms:modified'),
    generated: instant('dcterms:issued'),
    sourceDate: instant('oa:sourceDate'),
    start: number('oa:start'),
    end: number('oa:end'),
    total: number('as:totalItems'),
    startIndex: number('as:startIndex'),
    partOf: iri('as:partOf'),
  },
};
