import 'server-only';
import { after } from 'next/server';
import { compareLater } from '@/lib/usecases/compare-later';
import type { Context } from '@/lib/usecases/context';

/** After the answer has gone: looks for disagreements, and for what may settle predictions, with what was written. */
export const lookLater = (context: Context, articleId: string): void =>
  after(() => compareLater(context, { articleId }));
