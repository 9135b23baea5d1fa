import { v7 } from 'uuid';
import type { OperatorContext } from '@/lib/usecases/operator-context';

/** Whoever runs a command on the server holds the database anyway. */
export const operator = (): OperatorContext => ({ actor: 'operator', now: new Date(), newId: v7 });
