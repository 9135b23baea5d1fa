// JSON allows these line separators unescaped, but many line readers split at them.
const SEPARATORS = /[\u0085\u2028\u2029]/g;
const NON_ASCII = /[\u0080-\uffff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as one line of JSON that every line reader takes for one, with its line feed. */
export const jsonLine = (value: unknown): string => `${JSON.stringify(value).replace(SEPARATORS, escaped)}\n`;

/** JSON in ASCII alone, without a line feed: for readers that do not know the file's encoding. */
export const asciiJson = (value: unknown): string => JSON.stringify(value).replace(NON_ASCII, escaped);
