import type { ReleaseFile } from '@/lib/domain/release';
import { RELEASE_FILE_NAMES } from '@/lib/domain/release-file-names';
import { yamlString } from './citation-cff';
import { hubLicence } from './dataset-licence';
import type { ReleaseFacts } from './release-facts';

const SIZES: readonly [below: number, name: string][] = [
  [1_000, 'n<1K'],
  [10_000, '1K<n<10K'],
  [100_000, '10K<n<100K'],
  [1_000_000, '100K<n<1M'],
  [10_000_000, '1M<n<10M'],
];

/** The tables of a release that a loader of datasets can take as they are, by the name of their configuration. */
function tablesOf(files: readonly ReleaseFile[]): [name: string, file: string][] {
  const rows = new Map(files.map((file) => [file.name, file.rows]));
  const annotations = [RELEASE_FILE_NAMES.parquet, RELEASE_FILE_NAMES.csv].find((name) => rows.has(name));
  const tables: [string, string][] = [
    ...(annotations ? [['annotations', annotations] as [string, string]] : []),
    ['passes', 'passes.jsonl'],
    ['adjudication', 'adjudication.jsonl'],
    ['splits', 'splits.csv'],
    ['licences', 'LICENCES.csv'],
  ];
  return tables.filter(([, file]) => rows.has(file) && rows.get(file) !== 0);
}

/** Under which licence: that of the annotations by the name that it has there, else in words. */
function licenceLines(licence: string | null): string[] {
  const known = hubLicence(licence);
  const details = `${licence === null ? 'Nobody has given the annotations a licence' : `Annotations: ${licence}`}. Each article has its own licence: see LICENCES.csv.`;
  return [
    `license: ${yamlString(known ?? 'other')}`,
    ...(known ? [] : ['license_name: "see-licences-csv"']),
    `license_details: ${yamlString(details)}`,
  ];
}

/** The YAML at the head of a dataset card, by which Hugging Face files a dataset and loads its tables. */
export function cardFrontMatter(
  { name, counts, options }: ReleaseFacts,
  files: readonly ReleaseFile[],
): string {
  const languages = [...new Set(Object.keys(counts.languages).map((tag) => tag.toLowerCase().split('-')[0]!))]
    .filter((tag) => /^[a-z]{2,3}$/.test(tag))
    .sort();
  const list = (key: string, values: readonly string[]): string[] =>
    values.length > 0 ? [`${key}:`, ...values.map((value) => `  - ${yamlString(value)}`)] : [];
  const configs = tablesOf(files).flatMap(([config, file], i) => [
    `  - config_name: ${yamlString(config)}`,
    ...(i === 0 ? ['    default: true'] : []),
    '    data_files:',
    '      - split: "full"',
    `        path: ${yamlString(file)}`,
  ]);
  const lines = [
    `pretty_name: ${yamlString(name)}`,
    ...list('language', languages),
    ...licenceLines(options.licence),
    ...list('annotations_creators', ['expert-generated']),
    ...list('language_creators', ['found']),
    ...list(
      'multilinguality',
      languages.length > 1 ? ['multilingual'] : languages.length === 1 ? ['monolingual'] : [],
    ),
    ...list('size_categories', [SIZES.find(([below]) => counts.annotations < below)?.[1] ?? '10M<n<100M']),
    ...list('source_datasets', ['original']),
    ...list('task_categories', ['token-classification', 'text-classification']),
    ...list('tags', [
      'news',
      'fact-checking',
      'claim-detection',
      'quotation-attribution',
      'predictions',
      'croissant',
    ]),
    ...(configs.length > 0 ? ['configs:', ...configs] : []),
  ];
  return `---\n${lines.join('\n')}\n---`;
}
