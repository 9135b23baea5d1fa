import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes: nobody guesses one, so a plain hash is enough to keep it by. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url');

/** API tokens have a mark of their own, so that secret scanners and people recognise a leaked one. */
const API_TOKEN = /^ts_[\w-]{43}$/;
export const newApiToken = (): string => `ts_${newSecretToken()}`;
export const isApiToken = (token: string): boolean => API_TOKEN.test(token);

/** What the database keeps of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
