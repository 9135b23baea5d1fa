import { err, ok } from '@/lib/domain/result';
import type { Failure, Result } from '@/lib/domain/result';

/** The most that one text may weigh, in UTF-8 bytes as given. A long magazine piece has about 0.1 MB. */
export const MAX_RAW_BYTES = 5_000_000;

/** Why a text is refused. */
export type RawTextCode = 'empty_text' | 'nul_character' | 'lone_surrogate' | 'too_large';
/** Why a file is refused. */
export type RawBytesCode = RawTextCode | 'invalid_utf8';

/**
 * A text that may be stored: line ends CRLF and CR become LF, and nothing else is changed (no trimming, no
 * NFC). Refuses a text of blanks only, a NUL, a lone surrogate, and more than `MAX_RAW_BYTES`; the failure
 * carries `line` and `column` (from 1, columns in code points) where there is a place to name.
 */
export function rawTextFrom(input: string): Result<string, Failure<RawTextCode>> {
  const size = utf8SizeOf(input);
  if (size > MAX_RAW_BYTES) return err(tooLarge(size));
  if (!/\S/.test(input)) return err(EMPTY);
  const text = input.replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  if (nul >= 0) return err(nulCharacter(placeOf(text, nul)));
  const surrogate = findLoneSurrogate(text);
  if (surrogate !== null) return err(loneSurrogate(placeOf(text, surrogate)));
  return ok(text);
}

/**
 * The same for a file's bytes, which must be UTF-8; a leading byte order mark is dropped. An `invalid_utf8`
 * failure carries `byte`, the offset (from 0) of the first byte that cannot be read.
 */
export function rawTextFromBytes(bytes: Uint8Array): Result<string, Failure<RawBytesCode>> {
  if (bytes.length > MAX_RAW_BYTES) return err(tooLarge(bytes.length));
  const input = decodedFrom(bytes);
  return input === null ? err(invalidUtf8(bytes)) : rawTextFrom(input);
}

const EMPTY: Failure<'empty_text'> = {
  code: 'empty_text',
  message:
    'There is no text to import: it is empty or only blanks. Paste the text of the article and try again.',
};

const tooLarge = (size: number): Failure<'too_large'> => ({
  code: 'too_large',
  message:
    `The text has ${inMegabytes(size)} MB; at most ${inMegabytes(MAX_RAW_BYTES)} MB can be imported. ` +
    'Nothing was stored. Split it into articles and import them one by one.',
  size,
  limit: MAX_RAW_BYTES,
});

const nulCharacter = (place: Place): Failure<'nul_character'> => ({
  code: 'nul_character',
  message:
    `There is a NUL character in line ${place.line}, column ${place.column}, which no text may hold. ` +
    'Nothing was stored. Remove it, or export the text again as plain text.',
  ...place,
});

const loneSurrogate = (place: Place): Failure<'lone_surrogate'> => ({
  code: 'lone_surrogate',
  message:
    `Half of a character (a lone surrogate) stands in line ${place.line}, column ${place.column}. ` +
    'Nothing was stored. Remove it, or copy the text again from its source.',
  ...place,
});

function invalidUtf8(bytes: Uint8Array): Failure<'invalid_utf8'> {
  const byte = firstInvalidByteOf(bytes);
  const line = bytes.subarray(0, byte).filter((b) => b === 0x0a).length + 1;
  return {
    code: 'invalid_utf8',
    message:
      `The file is not valid UTF-8: byte ${byte + 1}, in line ${line}, cannot be read. ` +
      'Nothing was stored. Save the file as UTF-8 and try again.',
    byte,
    line,
  };
}

const inMegabytes = (size: number): string => String(Math.ceil(size / 100_000) / 10);

interface Place {
  line: number;
  column: number;
}

function placeOf(text: string, unit: number): Place {
  const before = text.slice(0, unit);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return { line, column: [...before.slice(lineStart)].length + 1 };
}

function utf8SizeOf(text: string): number {
  // A code unit takes at least one byte: a longer text need not be measured exactly.
  if (text.length > MAX_RAW_BYTES) return text.length;
  return new TextEncoder().encode(text).length;
}

function findLoneSurrogate(text: string): number | null {
  const match = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  return match ? match.index : null;
}

function decodedFrom(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bisects: a prefix that decodes as a stream holds no invalid byte. */
function firstInvalidByteOf(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, Math.max(0, bytes.length - 1));
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
