import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { newSecretToken } from './secret-token';

// The library's own constant is a `const enum`, which single-file compilation cannot read.
const ARGON2ID = 2;
// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

let hashOfNobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Where there is no hash (unknown address, no password set) the same work
 * is done against a throw-away one, so that the time of the answer does not tell which addresses exist.
 */
export async function isPasswordCorrect(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await (hashOfNobody ??= hashPassword(newSecretToken())));
  const isMatch = await verify(known, password.normalize('NFC'));
  return isMatch && passwordHash !== null;
}
