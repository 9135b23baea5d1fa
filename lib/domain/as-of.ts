import { z } from 'zod';
import { daySchema } from './ids';

/** What had been recorded by the end of a day, and what could be known on a day, in the workspace's time zone. */
export const asOfQuerySchema = z.object({ asOf: daySchema.optional(), knownAsOf: daySchema.optional() });
