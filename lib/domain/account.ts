import { z } from 'zod';
import { PASSWORD_LENGTH } from './password-length';

/** What a person is called: 1 to 120 characters, trimmed. */
export const personNameSchema = z
  .string()
  .trim()
  .min(1, 'Write a name.')
  .max(120, 'Use at most 120 characters.');

/**
 * A password somebody chooses. Length is what counts (NIST SP 800-63B), so nothing is asked about its characters;
 * the upper bound keeps hashing cheap. Composed (NFC), because keyboards differ in how they write one letter.
 */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_LENGTH, `Use at least ${PASSWORD_LENGTH} characters.`)
  .max(256, 'Use at most 256 characters.')
  .transform((password) => password.normalize('NFC'));
