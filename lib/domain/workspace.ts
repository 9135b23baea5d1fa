import { z } from 'zod';
import { slugSchema } from './ids';

/** First parts of the app's own addresses, which no workspace can have. */
export const RESERVED_SLUGS: readonly string[] = [
  'account',
  'api',
  'fact-checks',
  'help',
  'invite',
  'new',
  'sign-in',
];

/** The address of a workspace to be made. */
export const newSlugSchema = slugSchema.refine(
  (slug) => !RESERVED_SLUGS.includes(slug),
  'The app itself uses this address. Choose another.',
);

export const workspaceNameSchema = z
  .string()
  .trim()
  .min(1, 'Write a name.')
  .max(120, 'Use at most 120 characters.');

/** An IANA time zone that this runtime knows, such as `Europe/Riga`. Decides when a day ends. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'Use a name such as Europe/Riga or UTC.');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Offsets such as "+02:00" are accepted too, but say nothing about summer time.
    return /^[A-Za-z]/.test(name);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
