import type { ReleaseFile } from '@/lib/domain/release';
import { RELEASE_FILE_NAMES } from '@/lib/domain/release-file-names';
import { PARQUET_COLUMNS } from '@/lib/export/parquet';
import { bibtexOf } from './citation-cff';
import { COLUMN_WORDS } from './column-words';
import { CROISSANT_CONTEXT } from './croissant-context';
import { responsibleFields } from './croissant-rai';
import { licencesOf } from './dataset-licence';
import { LICENCE_COLUMNS } from './licences';
import type { ReleaseFacts } from './release-facts';
import { descriptionOf } from './release-words';
import { SPLIT_COLUMNS } from './split-files';

/** Versions as Croissant wants them: MAJOR.MINOR.PATCH, https://semver.org. */
const SEMANTIC_VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
export const isSemanticVersion = (version: string): boolean => SEMANTIC_VERSION.test(version);

interface Field {
  '@type': 'cr:Field';
  '@id': string;
  name: string;
  description: string;
  dataType: string | readonly string[];
  source?: { fileObject: { '@id': string }; extract: { column: string } };
  references?: { field: { '@id': string } };
  repeated?: true;
}

interface RecordSet {
  '@type': 'cr:RecordSet';
  '@id': string;
  name: string;
  description: string;
  dataType?: string;
  key: { '@id': string };
  field: Field[];
  data?: Record<string, string>[];
}

/**
 * `croissant.json`: Croissant 1.0 metadata of a release, with the files that are made before it. Files are named relative
 * to it, so that a downloaded folder loads as it is. `version` is left out unless it is MAJOR.MINOR.PATCH: the release's
 * own version stands in the name and the description. Fields name columns of the table and fields of the jsonl lines.
 */
export function croissantJson(facts: ReleaseFacts, files: readonly ReleaseFile[]): string {
  const { name, version, frozenAt, workspace, address, id } = facts;
  const metadata = {
    '@context': CROISSANT_CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: `${name} ${version}`,
    alternateName: name,
    description: descriptionOf(facts),
    license: licencesOf(facts),
    url: address ?? `urn:uuid:${id}`,
    identifier: `urn:uuid:${id}`,
    citeAs: bibtexOf(facts),
    creator: { '@type': 'sc:Organization', name: workspace.name },
    publisher: { '@type': 'sc:Organization', name: workspace.name },
    datePublished: frozenAt.slice(0, 10),
    dateCreated: frozenAt.slice(0, 10),
    ...(isSemanticVersion(version) && { version }),
    ...(Object.keys(facts.counts.languages).length > 0 && {
      inLanguage: Object.keys(facts.counts.languages),
    }),
    keywords: ['news', 'fact-checking', 'claims', 'quotations', 'predictions', 'attribution'],
    isLiveDataset: false,
    ...responsibleFields(facts),
    distribution: files.map(fileObject),
    recordSet: recordSets(facts, new Map(files.map((file) => [file.name, file]))),
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

/** Media types by which loaders of Croissant tell what they can read; others as they are announced over HTTP. */
const ENCODINGS: readonly [ending: string, encoding: string][] = [
  ['.parquet', 'application/x-parquet'],
  ['.jsonl', 'application/jsonlines'],
  ['.csv', 'text/csv'],
  ['.zip', 'application/zip'],
  ['.json', 'application/json'],
  ['.jsonld', 'application/ld+json'],
];

const fileObject = ({ name, what, bytes, sha256, mediaType }: ReleaseFile) => ({
  '@type': 'cr:FileObject',
  '@id': name,
  name,
  description: what,
  contentUrl: name,
  contentSize: `${bytes} B`,
  encodingFormat: ENCODINGS.find(([ending]) => name.endsWith(ending))?.[1] ?? mediaType.split(';')[0]!,
  sha256,
});

function recordSets(facts: ReleaseFacts, files: ReadonlyMap<string, ReleaseFile>): RecordSet[] {
  const has = (name: string): boolean => files.has(name) && files.get(name)!.rows !== 0;
  const table = [RELEASE_FILE_NAMES.parquet, RELEASE_FILE_NAMES.csv].find((name) => files.has(name));
  const sets: (RecordSet | false)[] = [
    table !== undefined && annotationSet(table, has('splits.csv')),
    has(RELEASE_FILE_NAMES.jsonl) && lineSet(RELEASE_FILE_NAMES.jsonl, facts),
    has('passes.jsonl') &&
      setOf(
        'passes',
        'passes.jsonl',
        'Each annotator’s own labels, a record for each pass.',
        'id',
        PASS_FIELDS,
      ),
    has('adjudication.jsonl') &&
      setOf(
        'adjudication',
        'adjudication.jsonl',
        'Decisions on what annotators marked apart.',
        'id',
        DECISION_FIELDS,
      ),
    has('splits.csv') && SPLIT_NAME_SET,
    has('splits.csv') && splitSet(),
    has('LICENCES.csv') &&
      setOf(
        'licences',
        'LICENCES.csv',
        'Licence and rights holder of each article.',
        'article_id',
        LICENCE_FIELDS,
      ),
  ];
  return sets.filter((set) => set !== false);
}

/** A field of a record set: its column, what it holds, its type, and whether it is a list. */
type FieldOf = readonly [
  column: string,
  description: string,
  dataType: string | readonly string[],
  repeated?: 'repeated',
];

const setOf = (
  id: string,
  file: string,
  description: string,
  key: string,
  fields: readonly FieldOf[],
): RecordSet => ({
  '@type': 'cr:RecordSet',
  '@id': id,
  name: id,
  description,
  key: { '@id': `${id}/${key}` },
  field: fields.map(([column, words, dataType, repeated]) => ({
    '@type': 'cr:Field',
    '@id': `${id}/${column}`,
    name: column,
    description: words,
    dataType,
    ...(repeated && { repeated: true }),
    source: { fileObject: { '@id': file }, extract: { column } },
  })),
});

const INSTANT = ['sc:Text', 'sc:DateTime'] as const;
const DAYS = new Set(['outcome_known_at', 'article_published_at']);
/** Days that may lie outside of what loaders can hold as a time (1677 to 2262). */
const FAR_DAYS = new Set(['claim_judged_as_of', 'prediction_deadline', 'prediction_deadline_earliest']);
const ADDRESSES = new Set(['article_url', 'article_licence_url']);
const LABELS = new Set(['kind', 'status']);

function typeOfColumn({ name, type }: (typeof PARQUET_COLUMNS)[number]): FieldOf[2] {
  if (type === 'INT32') return 'sc:Integer';
  if (type === 'DOUBLE') return 'sc:Float';
  if (type === 'BOOLEAN') return 'sc:Boolean';
  if (DAYS.has(name)) return 'sc:Date';
  if (FAR_DAYS.has(name)) return ['sc:Text', 'sc:Date'];
  if (ADDRESSES.has(name)) return 'sc:URL';
  if (LABELS.has(name)) return ['sc:Text', 'cr:Label'];
  return name.endsWith('_at') ? INSTANT : 'sc:Text';
}

function annotationSet(file: string, hasSplits: boolean): RecordSet {
  const fields = PARQUET_COLUMNS.map((column): FieldOf => [
    column.name,
    COLUMN_WORDS[column.name] ?? column.name,
    typeOfColumn(column),
  ]);
  const set = setOf('annotations', file, 'Annotations, a record for each.', 'annotation_id', fields);
  if (!hasSplits) return set;
  return {
    ...set,
    field: set.field.map((field) =>
      field.name === 'article_id'
        ? { ...field, references: { field: { '@id': 'splits/article_id' } } }
        : field,
    ),
  };
}

/** Lines of the lossless form are of several types, and have these fields in common. */
function lineSet(file: string, { counts }: ReleaseFacts): RecordSet {
  const ofAnnotations: FieldOf[] = [
    ['articleId', 'Of annotations and what belongs to an article: its id.', 'sc:Text'],
    ['kind', 'Of annotations: claim, quote or prediction.', ['sc:Text', 'cr:Label']],
    ['status', 'Of annotations and verifications: the status.', ['sc:Text', 'cr:Label']],
  ];
  return setOf('lines', file, 'Lines of the lossless form, of any type; schema.json describes each.', 'id', [
    ['type', 'What the line is: workspace, article, source, annotation, verification, …', 'sc:Text'],
    ['id', 'Id of what it describes; the first and the last line have none.', 'sc:Text'],
    ...(counts.annotations > 0 ? ofAnnotations : []),
  ]);
}

const PASS_FIELDS: readonly FieldOf[] = [
  ['id', 'Id of the pass.', 'sc:Text'],
  ['articleId', 'Id of the article.', 'sc:Text'],
  ['revisionId', 'Id of the revision that the spans lie in.', 'sc:Text'],
  ['annotator', 'Who annotated: id and name.', 'sc:Text'],
  [
    'completeKinds',
    'Kinds of which everything was marked, so that what is not marked is none.',
    'sc:Text',
    'repeated',
  ],
  [
    'annotations',
    'What was marked: kind, spans in code points, attributes and verdicts.',
    'sc:Text',
    'repeated',
  ],
];
const DECISION_FIELDS: readonly FieldOf[] = [
  ['id', 'Id of the decision.', 'sc:Text'],
  ['articleId', 'Id of the article.', 'sc:Text'],
  ['outcome', 'What was decided.', ['sc:Text', 'cr:Label']],
  ['origins', 'The annotations of passes that it decides on.', 'sc:Text', 'repeated'],
  ['results', 'The annotations that stand for them.', 'sc:Text', 'repeated'],
  ['isInForce', 'Whether it is neither taken back nor superseded.', 'sc:Boolean'],
];

const LICENCE_TYPES: Readonly<Record<string, string>> = {
  url: 'sc:URL',
  licence_url: 'sc:URL',
  published_at: 'sc:Date',
};
const LICENCE_FIELDS = LICENCE_COLUMNS.map((column): FieldOf => [
  column,
  COLUMN_WORDS[column] ?? COLUMN_WORDS[`article_${column}`] ?? COLUMN_WORDS.text_mode!,
  LICENCE_TYPES[column] ?? 'sc:Text',
]);

const SPLIT_WORDS: Readonly<Record<(typeof SPLIT_COLUMNS)[number], string>> = {
  article_id: 'Id of the article.',
  story_id: 'The smallest id among the articles that tell the same story.',
  split_by_article: 'Its part where each article goes by itself.',
  split_by_story: 'Its part where articles of one story stay together.',
  split_by_time: 'Its part by day of publication; empty where its date cannot tell.',
};

function splitSet(): RecordSet {
  const fields = SPLIT_COLUMNS.map((column): FieldOf => [column, SPLIT_WORDS[column], 'sc:Text']);
  const set = setOf(
    'splits',
    'splits.csv',
    'The part of each article, by three methods.',
    'article_id',
    fields,
  );
  return {
    ...set,
    field: set.field.map((field) =>
      field.name.startsWith('split_by_')
        ? { ...field, references: { field: { '@id': 'split_names/name' } } }
        : field,
    ),
  };
}

/** The names of the parts and what Croissant calls them. */
const SPLIT_NAME_SET: RecordSet = {
  '@type': 'cr:RecordSet',
  '@id': 'split_names',
  name: 'split_names',
  description: 'The parts of a split.',
  dataType: 'cr:Split',
  key: { '@id': 'split_names/name' },
  field: [
    {
      '@type': 'cr:Field',
      '@id': 'split_names/name',
      name: 'split_names/name',
      description: 'train, validation or test.',
      dataType: 'sc:Text',
    },
    {
      '@type': 'cr:Field',
      '@id': 'split_names/url',
      name: 'split_names/url',
      description: 'What Croissant calls it.',
      dataType: ['sc:URL', 'cr:Split'],
    },
  ],
  data: [
    { 'split_names/name': 'train', 'split_names/url': 'cr:TrainingSplit' },
    { 'split_names/name': 'validation', 'split_names/url': 'cr:ValidationSplit' },
    { 'split_names/name': 'test', 'split_names/url': 'cr:TestSplit' },
  ],
};
