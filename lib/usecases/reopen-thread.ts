import 'server-only';
import type { Thread } from '@/lib/domain/comment';
import type { Failure, Result } from '@/lib/domain/result';
import type { Context } from './context';
import { settleThread } from './settle-thread';

/** Opens a resolved thread again; a question for the editor is open thereby. */
export const reopenThread = (context: Context, input: { id: string }): Promise<Result<Thread, Failure>> =>
  settleThread(context, input, false);
