import 'server-only';
import type { Context } from './context';

/** Whoever runs a command on the server itself. They hold the database anyway, so no policy is asked. */
export type OperatorContext = Omit<Context, 'actor'> & { actor: 'operator' };
