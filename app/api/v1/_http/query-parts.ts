import 'server-only';
import { partsFromSearch, type QueryParts } from '@/lib/domain/annotation-filter';

/** The query of a request's address, of a key given several times all values. */
export const queryParts = (request: Request): QueryParts =>
  partsFromSearch(new URL(request.url).searchParams);
