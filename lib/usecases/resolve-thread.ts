import 'server-only';
import type { Thread } from '@/lib/domain/comment';
import type { Failure, Result } from '@/lib/domain/result';
import type { Context } from './context';
import { settleThread } from './settle-thread';

/** Ends a thread; a question for the editor is answered thereby. */
export const resolveThread = (context: Context, input: { id: string }): Promise<Result<Thread, Failure>> =>
  settleThread(context, input, true);
