/** What a page may say of its encoding stands in its first bytes (HTML, "prescan a byte stream"). */
const PRESCAN = 1_024;

/**
 * The text of a page's bytes: by its byte order mark, the charset of its head, the one it names itself, else as UTF-8, else
 * as windows-1252, which any bytes are. Never throws; what cannot be decoded becomes U+FFFD.
 */
export function decodedPage(bytes: Uint8Array, charset: string | null): string {
  const marked = markOf(bytes);
  const named = marked ?? decoderFor(charset) ?? decoderFor(charsetInside(bytes));
  if (named) return named.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function markOf(bytes: Uint8Array): TextDecoder | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  return null;
}

function decoderFor(charset: string | null): TextDecoder | null {
  if (!charset) return null;
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}

function charsetInside(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN));
  const named = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ?? null;
  // In an encoding of two bytes the words that name it could not have been read.
  return named && /^utf-?16/i.test(named) ? 'utf-8' : named;
}
