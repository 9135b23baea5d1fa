import type { OffsetUnit } from '@/lib/domain/export-file';

/** A document that every release has beside the exports. */
interface ReleaseDocument {
  mediaType: string;
  what: string;
  offsetUnit: OffsetUnit;
}

/**
 * The documents of a release by their names, in the order in which they can be made: each is made of what stands before it.
 * `SHA256SUMS` names all files but itself, `manifest.json` all but itself and `SHA256SUMS`.
 */
export const RELEASE_DOCUMENTS = {
  'passes.jsonl': {
    mediaType: 'application/jsonl; charset=utf-8',
    what: 'Each annotator’s own labels, a line for each pass that was revealed.',
    offsetUnit: 'code_point',
  },
  'adjudication.jsonl': {
    mediaType: 'application/jsonl; charset=utf-8',
    what: 'How the passes were settled, a line for each decision.',
    offsetUnit: 'code_point',
  },
  'agreement.json': {
    mediaType: 'application/json; charset=utf-8',
    what: 'How well the annotators agree, by pair, kind and attribute.',
    offsetUnit: 'none',
  },
  'guideline.md': {
    mediaType: 'text/markdown; charset=utf-8',
    what: 'The guideline that was in force.',
    offsetUnit: 'none',
  },
  'splits.json': {
    mediaType: 'application/json; charset=utf-8',
    what: 'Which article is for training, validation and testing, how that was decided, and how far the ratios are kept.',
    offsetUnit: 'none',
  },
  'splits.csv': {
    mediaType: 'text/csv; charset=utf-8; header=present',
    what: 'The same splits as a table, one row an article.',
    offsetUnit: 'none',
  },
  'LICENCES.csv': {
    mediaType: 'text/csv; charset=utf-8; header=present',
    what: 'Licence, rights holder and address of each article, and how much of its words is here.',
    offsetUnit: 'none',
  },
  'schema.json': {
    mediaType: 'application/schema+json; charset=utf-8',
    what: 'JSON Schema of the lines of the jsonl files.',
    offsetUnit: 'none',
  },
  'CHANGELOG.md': {
    mediaType: 'text/markdown; charset=utf-8',
    what: 'What changed since the earlier release of the same name.',
    offsetUnit: 'none',
  },
  'CITATION.cff': {
    mediaType: 'application/yaml; charset=utf-8',
    what: 'How to cite this release.',
    offsetUnit: 'none',
  },
  'croissant.json': {
    mediaType: 'application/ld+json; charset=utf-8',
    what: 'Croissant metadata: the files and their columns for loaders of datasets.',
    offsetUnit: 'none',
  },
  'README.md': {
    mediaType: 'text/markdown; charset=utf-8',
    what: 'The dataset card.',
    offsetUnit: 'none',
  },
  'manifest.json': {
    mediaType: 'application/json; charset=utf-8',
    what: 'All files with their SHA-256, and the choices this release was made by.',
    offsetUnit: 'none',
  },
  SHA256SUMS: {
    mediaType: 'text/plain; charset=utf-8',
    what: 'The SHA-256 of all files, for sha256sum --check.',
    offsetUnit: 'none',
  },
} as const satisfies Record<string, ReleaseDocument>;
export type ReleaseDocumentName = keyof typeof RELEASE_DOCUMENTS;
