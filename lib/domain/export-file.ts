import type { AskedText } from './licence';
import type { ExportFormat } from './vocabulary';

/** What a format counts its offsets in; `none` where it has no offsets. */
export type OffsetUnit = 'code_point' | 'utf16_code_unit' | 'none';

interface FileOfFormat {
  extension: string;
  mediaType: string;
  offsetUnit: OffsetUnit;
  /** Where the extension does not tell the format, the file's name does. */
  isNamed?: true;
  /** Whether an export may have to leave something of an annotation behind. */
  canLose?: true;
}

/** What a file of each format is called, how it is announced over HTTP, and what its offsets count. */
export const EXPORT_FILES: Record<ExportFormat, FileOfFormat> = {
  jsonl: { extension: 'jsonl', mediaType: 'application/jsonl; charset=utf-8', offsetUnit: 'code_point' },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present', offsetUnit: 'code_point' },
  parquet: { extension: 'parquet', mediaType: 'application/vnd.apache.parquet', offsetUnit: 'code_point' },
  w3c: {
    extension: 'jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    offsetUnit: 'code_point',
  },
  claimreview: { extension: 'jsonld', mediaType: 'application/ld+json; charset=utf-8', offsetUnit: 'none' },
  brat: {
    extension: 'zip',
    mediaType: 'application/zip',
    offsetUnit: 'code_point',
    isNamed: true,
    canLose: true,
  },
  conll: {
    extension: 'conll',
    mediaType: 'text/plain; charset=utf-8',
    offsetUnit: 'code_point',
    canLose: true,
  },
  webanno: {
    extension: 'zip',
    mediaType: 'application/zip',
    offsetUnit: 'utf16_code_unit',
    isNamed: true,
    canLose: true,
  },
  labelstudio: {
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    offsetUnit: 'utf16_code_unit',
    isNamed: true,
  },
  doccano: {
    extension: 'jsonl',
    mediaType: 'application/jsonl; charset=utf-8',
    offsetUnit: 'code_point',
    isNamed: true,
    canLose: true,
  },
  averitec: {
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    offsetUnit: 'none',
    isNamed: true,
    canLose: true,
  },
};

/** The name of an export's file: lower-case letters, digits, hyphens and one dot, because slugs hold nothing else. What is published is the same in every text mode. A part of a workspace says so. */
export function exportFileName(slug: string, format: ExportFormat, text: AskedText, isPart = false): string {
  const { extension, isNamed } = EXPORT_FILES[format];
  const what = isPart ? `${slug}-part` : slug;
  if (format === 'claimreview') return `${what}-${format}.${extension}`;
  return `${what}-${isNamed ? `${format}-` : ''}${text}.${extension}`;
}

/** The name of the report of what an export leaves behind, which stands beside its file. */
export const lossReportName = (fileName: string): string => `${fileName}.loss.json`;
