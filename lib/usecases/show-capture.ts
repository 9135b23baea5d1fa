import 'server-only';
import type { CaptureWithText } from '@/lib/domain/capture';
import type { Failure, Result } from '@/lib/domain/result';
import { requireCapture } from './capture-access';
import type { Context } from './context';

/** A page or file as it was kept, with its text and the workspace it was kept for. */
export const showCapture = (
  context: Context,
  input: { id: string },
): Promise<Result<CaptureWithText & { slug: string }, Failure>> => requireCapture(context, input.id);
