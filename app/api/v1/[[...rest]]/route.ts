import { handle } from '@/app/api/v1/_http/handle';
import { err } from '@/lib/domain/result';

/** Addresses that the API does not have: the framework would answer them with a page. */
const nothingHere = handle(async () =>
  err({
    code: 'not_found',
    message: 'The API has nothing at this address. /api/v1/openapi.json lists what it has.',
  }),
);

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
