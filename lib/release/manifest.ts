import type { ReleaseFile } from '@/lib/domain/release';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import { JSONL_VERSION } from '@/lib/export/jsonl';
import { canonicalJson } from './canonical-json';
import { byCodeUnits } from './json-fields';
import type { ReleaseFacts } from './release-facts';
import { RELEASE_SCHEMA_VERSION } from './schema-version';

/** Raised when a program that reads manifests could misread a new one. */
export const MANIFEST_VERSION = 1;

/** What the file of each format keeps to. */
export const FORMAT_VERSIONS: Record<ExportFormat, string> = {
  jsonl: `Touchstone jsonl ${JSONL_VERSION}`,
  csv: 'RFC 4180',
  parquet: 'Apache Parquet 1.0',
  w3c: 'W3C Web Annotation Data Model (2017)',
  claimreview: 'schema.org ClaimReview',
  brat: 'brat standoff',
  conll: 'CoNLL-U Plus with BIO tags',
  webanno: 'WebAnno TSV 3.3',
  labelstudio: 'Label Studio JSON',
  doccano: 'doccano JSONL (sequence labelling)',
  averitec: 'AVeriTeC JSON',
};

/** What a release is: its choices, counts and files. It holds nothing that depends on when or where it was written. */
export interface Manifest extends Pick<
  ReleaseFacts,
  | 'id'
  | 'name'
  | 'version'
  | 'notes'
  | 'workspace'
  | 'frozenAt'
  | 'canary'
  | 'options'
  | 'guideline'
  | 'counts'
  | 'licences'
  | 'campaigns'
  | 'passes'
  | 'adjudication'
  | 'splits'
  | 'earlier'
> {
  /** Left out where it holds everything. */
  part?: NonNullable<ReleaseFacts['part']>;
  manifestVersion: number;
  schemaVersion: number;
  tool: { name: 'Touchstone'; version: string };
  formats: Partial<Record<ExportFormat, string>>;
  /** Places where free text names somebody who has a pseudonym; they are listed on the card. */
  namesInFreeText: number;
  /** By name; all files but the manifest itself and `SHA256SUMS`. */
  files: ReleaseFile[];
}

/** Files that the manifest cannot name: itself, and the list that holds its own hash. */
const OUTSIDE = new Set(['manifest.json', 'SHA256SUMS']);

/** The manifest of a release with these files; files whose hashes are made of it are left out. */
export function manifestOf(facts: ReleaseFacts, files: readonly ReleaseFile[]): Manifest {
  const { id, name, version, notes, workspace, frozenAt, canary, options, guideline, counts } = facts;
  const { licences, campaigns, passes, adjudication, splits, earlier, part } = facts;
  return {
    manifestVersion: MANIFEST_VERSION,
    schemaVersion: RELEASE_SCHEMA_VERSION,
    tool: { name: 'Touchstone', version: facts.toolVersion },
    formats: Object.fromEntries(options.formats.map((format) => [format, FORMAT_VERSIONS[format]])),
    ...{ id, name, version, notes, workspace, frozenAt, canary, options, guideline, counts },
    ...{ licences, campaigns, passes, adjudication, splits, earlier },
    ...(part && { part }),
    namesInFreeText: facts.warnings.length,
    files: sortedFiles(files).filter((file) => !OUTSIDE.has(file.name)),
  };
}

const sortedFiles = (files: readonly ReleaseFile[]): ReleaseFile[] =>
  files.toSorted((a, b) => byCodeUnits(a.name, b.name));

/** `manifest.json`: canonical (RFC 8785) with a line feed at its end, so that its own hash is that of its content. */
export const manifestJson = (manifest: Manifest): string => `${canonicalJson(manifest)}\n`;

/** `SHA256SUMS`: a line for each file by name, as `sha256sum --check` reads it; itself is not among them. */
export const sha256Sums = (files: readonly Pick<ReleaseFile, 'name' | 'sha256'>[]): string =>
  files
    .filter(({ name }) => name !== 'SHA256SUMS')
    .toSorted((a, b) => byCodeUnits(a.name, b.name))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .join('');
