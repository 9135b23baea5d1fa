import 'server-only';
import type { SettlingProposal } from '@/lib/domain/proposition';
import type { Failure, Result } from '@/lib/domain/result';
import type { Context } from './context';
import { decideSettling } from './decide-settling';

/** Says that a passage settles nothing. It is not proposed again for that prediction. */
export const dismissSettling = (
  context: Context,
  input: { id: string },
): Promise<Result<SettlingProposal, Failure>> => decideSettling(context, input.id, 'dismissed');
