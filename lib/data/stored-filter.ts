import 'server-only';
import { type AnnotationFilter, filterFromQuery, type QueryParts } from '@/lib/domain/annotation-filter';

/** A filter as the database has it. It does not keep the order of keys; reading makes it. What was stored has been parsed once. */
export function filterFromStored(filter: unknown): AnnotationFilter {
  const read = filterFromQuery(filter as QueryParts);
  if (!read.ok) throw new Error(`a stored filter is no filter any more: ${read.error.message}`);
  return read.value;
}
