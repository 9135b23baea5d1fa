import 'server-only';
import type { SettlingProposal } from '@/lib/domain/proposition';
import type { Failure, Result } from '@/lib/domain/result';
import type { Context } from './context';
import { decideSettling } from './decide-settling';

/** Proposes a dismissed passage again. */
export const restoreSettling = (
  context: Context,
  input: { id: string },
): Promise<Result<SettlingProposal, Failure>> => decideSettling(context, input.id, 'proposed');
