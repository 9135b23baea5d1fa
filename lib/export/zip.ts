import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive. Names come from ids, never from outside text. */
export interface ZippedFile {
  name: string;
  text: string;
}

/** An archive without ZIP64 counts its files in 16 bits. */
export const MOST_FILES = 65_535;
/** The first instant that an archive can name: the bytes must not depend on when it was made. */
const BEGINNING = new Date(1980, 0, 1);

/**
 * An archive of text files in UTF-8, deflated, written while they come. Holds one file at a time, and some hundred
 * bytes for each that was written, which the directory at the end needs. The same files give the same bytes.
 * Throws above {@link MOST_FILES}.
 */
export async function* zipChunks(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) failure = error;
    else chunks.push(bytes);
  });
  const encoder = new TextEncoder();
  let count = 0;
  for await (const { name, text } of files) {
    if (++count > MOST_FILES) throw new Error(`an archive holds at most ${MOST_FILES} files`);
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = BEGINNING;
    zip.add(entry);
    entry.push(encoder.encode(text), true);
    if (failure) throw failure as Error;
    yield* chunks;
    chunks = [];
  }
  zip.end();
  if (failure) throw failure as Error;
  yield* chunks;
}
