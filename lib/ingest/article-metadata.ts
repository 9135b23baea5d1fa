import { z } from 'zod';
import { BASES, DATE_PRECISIONS } from '@/lib/domain/vocabulary';
import { authorFrom } from './author';
import type { Finding, MetadataHints, ReadLines } from './finding';
import { findLanguage } from './language';
import { publicationDateFrom } from './publication-date';
import { publisherFrom } from './publisher';

/** The fields that can be read from a text. */
export const METADATA_FIELDS = ['title', 'publisher', 'byline', 'publishedAt', 'language'] as const;
/** A field of the metadata that has a basis. */
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** Half-open, in code points; null for words that are not the text's own, such as those of its URL. */
const sourceSpanSchema = z.object({ start: z.int().min(0), end: z.int().min(1) }).nullable();
const fieldBasisSchema = z.object({ basis: z.enum(BASES), words: z.string(), span: sourceSpanSchema });

/**
 * What a text tells of itself. `publishedAt` is YYYY-MM-DD, the first day of its month or year where the
 * precision is coarser; `language` is BCP 47; `basis` has an entry for each field that is not null.
 */
export const articleMetadataSchema = z.object({
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  byline: z.string().nullable(),
  publishedAt: z.iso.date().nullable(),
  publishedAtPrecision: z.enum(DATE_PRECISIONS).nullable(),
  publishedAtBasis: z.enum(BASES).nullable(),
  language: z.string().nullable(),
  basis: z.partialRecord(z.enum(METADATA_FIELDS), fieldBasisSchema),
});
/** The metadata as parsed by `articleMetadataSchema`. */
export type ArticleMetadata = z.infer<typeof articleMetadataSchema>;

/** Collects the metadata; what the text does not tell stays null. */
export function articleMetadataFrom(read: ReadLines, hints: MetadataHints): ArticleMetadata {
  const title = titleFrom(read);
  const publisher = publisherFrom(read, hints);
  const byline = authorFrom(read);
  const language = languageFrom(read);
  const date = publicationDateFrom(read, hints, language?.value ?? null);
  const basis: ArticleMetadata['basis'] = {};
  for (const [field, finding] of Object.entries({ title, publisher, byline, publishedAt: date, language })) {
    if (finding)
      basis[field as MetadataField] = { basis: finding.basis, words: finding.words, span: finding.span };
  }
  return {
    title: title?.value ?? null,
    publisher: publisher?.value ?? null,
    byline: byline?.value ?? null,
    publishedAt: date?.value.date ?? null,
    publishedAtPrecision: date?.value.precision ?? null,
    publishedAtBasis: date?.basis ?? null,
    language: language?.value ?? null,
    basis,
  };
}

function titleFrom({ lines, readings }: ReadLines): Finding | null {
  const line = lines[readings.findIndex((reading) => reading.role === 'headline')];
  return line
    ? { value: line.text, basis: 'stated', words: line.text, span: { start: line.start, end: line.end } }
    : null;
}

const LANGUAGE_SAMPLE = 20_000;

function languageFrom({ lines, readings }: ReadLines): Finding | null {
  let sample = '';
  for (let i = 0; i < lines.length && sample.length < LANGUAGE_SAMPLE; i++) {
    const role = readings[i]!.role;
    if (role === 'body' || role === 'headline' || role === 'standfirst') {
      sample += `${lines[i]!.text.slice(0, LANGUAGE_SAMPLE)}\n`;
    }
  }
  const reading = findLanguage(sample);
  return reading && { value: reading.language, basis: 'inferred', words: reading.words, span: null };
}
