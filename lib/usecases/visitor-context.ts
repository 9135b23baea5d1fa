import 'server-only';
import type { Context } from './context';

/** Somebody who has not signed in (yet). */
export type VisitorContext = Omit<Context, 'actor'> & { actor: null };
