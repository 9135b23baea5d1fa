import type { ExportFormat, TextMode } from './vocabulary';

/** What a file of each format is called and how it is announced over HTTP. */
export const EXPORT_FILES: Record<ExportFormat, { extension: string; mediaType: string }> = {
  jsonl: { extension: 'jsonl', mediaType: 'application/jsonl; charset=utf-8' },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  w3c: { extension: 'jsonld', mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' },
};

/** The name of an export's file: lower-case letters, digits, hyphens and one dot, because slugs hold nothing else. */
export const exportFileName = (slug: string, format: ExportFormat, text: TextMode): string =>
  `${slug}-${text}.${EXPORT_FILES[format].extension}`;
