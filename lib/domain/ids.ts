import { z } from 'zod';

/** Any RFC 9562 UUID, lower-cased. The app itself makes version 7. */
export const uuidSchema = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'This is not a UUID.');

/** A calendar day, `YYYY-MM-DD`, that exists: there was no year 0. */
export const daySchema = z.iso
  .date('Write the date as YYYY-MM-DD.')
  .refine((day) => !day.startsWith('0000'), 'Write the date as YYYY-MM-DD.');

/** The name of a workspace in addresses: lower-case letters, digits and hyphens. */
export const slugSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'Use lower-case letters, digits and hyphens, beginning with a letter or digit.',
  );

/** An e-mail address, trimmed and lower-cased. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('This is not an e-mail address.').max(320));
