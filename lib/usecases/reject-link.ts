import 'server-only';
import type { PropositionLink } from '@/lib/domain/proposition';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { changeLink } from './change-link';
import type { Context } from './context';

/** Says that a proposed link is none. It is not proposed again; it can be opened again by hand. */
export async function rejectLink(
  context: Context,
  input: { id: string; ifMatch?: string | null },
): Promise<Result<PropositionLink, Failure>> {
  return changeLink(context, input, 'rejected', async (_, { link }) =>
    link.state === 'confirmed' ? confirmed : ok(null),
  );
}

const confirmed = err({
  code: 'invalid_input',
  message: 'This link is confirmed. Open it again first, then reject it; nothing was changed.',
});
