import type { Span } from '@/lib/domain/span';
import { KINDS, type Kind } from '@/lib/domain/vocabulary';

/** Something in a file that was not taken, where it stands and why. */
export interface RefusedPart {
  at: string;
  reason: string;
}

/** A mark as a file has it: spans in code points of its document's text. */
export interface ReadMark {
  at: string;
  id: string | null;
  kind: Kind;
  spans: Span[];
  /** What else the file says of it, as the lossless form names it; whoever stores it checks it. */
  record: Record<string, unknown>;
}

/** A text with its marks. What identifies the text is null where the file does not say. */
export interface ReadDocument {
  at: string;
  /** Null where the file names a revision instead of holding its words. */
  text: string | null;
  revisionId: string | null;
  title: string | null;
  /** The words are a part of the text, or none: such a text is looked up, never stored. */
  isPartial: boolean;
  marks: ReadMark[];
}

/** What was read of one file. Reading never throws at what a file holds. */
export interface ReadDataset {
  documents: ReadDocument[];
  refused: RefusedPart[];
}

/** A file by its name, which says nothing but where a part stands. */
export interface DatasetFile {
  name: string;
  text: string;
}

export const isKind = (word: unknown): word is Kind => KINDS.some((kind) => kind === word);

export type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The value of a JSON text, or undefined where it is none. */
export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A span of two whole numbers that lies in a text of so many units, or null. */
export function spanOrNull(start: unknown, end: unknown, length: number): Span | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  const span = { start: start as number, end: end as number };
  return span.start >= 0 && span.start < span.end && span.end <= length ? span : null;
}

export const OUTSIDE = 'These positions do not lie in the text.';
export const UNKNOWN_KIND = `Its label is none of ${KINDS.join(', ')}.`;
