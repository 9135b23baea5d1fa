import 'server-only';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/env';

/** A file that somebody sent, on disk until it is dropped. */
export interface Upload {
  size: number;
  /** Its bytes piece by piece, read anew each time. */
  chunks(): AsyncIterable<Uint8Array>;
  bytes(): Promise<Uint8Array>;
  drop(): Promise<void>;
}

/** What a process that was killed has left behind is removed after so long. */
const STALE = 24 * 60 * 60 * 1000;

class TooLarge extends Error {}

/** Takes what is sent into the data folder, as it comes; null where it is larger than it may be. `id` names the file. */
export async function keepUpload(
  body: AsyncIterable<Uint8Array>,
  { id, mostBytes, now }: { id: string; mostBytes: number; now: Date },
): Promise<Upload | null> {
  const folder = path.join(env().DATA_DIR, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeStale(folder, now);
  const file = path.join(folder, id);
  let size = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > mostBytes) throw new TooLarge();
      yield chunk;
    }
  };
  const drop = () => rm(file, { force: true });
  try {
    await pipeline(counted, createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await drop();
    if (error instanceof TooLarge) return null;
    throw error;
  }
  return { size, drop, bytes: () => readFile(file), chunks: () => createReadStream(file) };
}

async function removeStale(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > STALE) await rm(file, { force: true });
  }
}
