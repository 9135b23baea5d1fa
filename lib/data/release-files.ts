import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { env } from '@/lib/env';

/** Milliseconds that the writing of a file may take before others have their turn. */
const LONGEST_TURN = 20;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/;

/** The frozen rows are whole texts and names of people: never served. The files are what is handed out. */
export type ReleaseArea = 'frozen' | 'files';

/** One file of the frozen rows. */
export interface FrozenFile {
  name: string;
  sha256: string;
  bytes: number;
}

/** Where a file of a release lies. What is no id and no plain name has no place. */
function placeOf(id: string, area: ReleaseArea, name: string): string {
  if (!ID.test(id) || !NAME.test(name)) throw new Error('not a file of a release');
  return path.join(folderOf(id), area, name);
}
const folderOf = (id: string): string => path.join(env().DATA_DIR, 'releases', id);

/**
 * Writes a file of a release while its bytes are made. It is there whole, on the disk and under its name, or not at all:
 * `part` tells one taker's unfinished file from another's.
 */
export async function writeReleaseFile(
  { id, area, name, part }: { id: string; area: ReleaseArea; name: string; part: string },
  bytes: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const place = placeOf(id, area, name);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const unfinished = `${place}.${part}.part`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    const written = await writeChunks(file, bytes, signal);
    await file.sync();
    await file.close();
    await rename(unfinished, place);
    await syncFolder(path.dirname(place));
    return written;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeChunks(
  file: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let since = performance.now();
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    hash.update(chunk);
    bytes += chunk.byteLength;
    await file.writeFile(chunk);
    // Whoever asks the same process for a page waits no longer than this.
    if (performance.now() - since < LONGEST_TURN) continue;
    await turn();
    since = performance.now();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** That a file has its name is written in the folder, which is kept apart. Some systems cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** The hash and size of bytes as they pass by; nothing is kept. */
export async function hashOfBytes(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The hash of a file as it lies on the disk, or null where it is not there. */
export async function hashOfReleaseFile(
  id: string,
  area: ReleaseArea,
  name: string,
): Promise<{ sha256: string; bytes: number } | null> {
  const place = placeOf(id, area, name);
  if (!(await stat(place).catch(() => null))) return null;
  return hashOfBytes(createReadStream(place) as AsyncIterable<Uint8Array>);
}

/** The bytes of a file, read only as fast as they are taken; null where the data folder does not have it. */
export async function openReleaseFile(
  id: string,
  area: ReleaseArea,
  name: string,
): Promise<AsyncGenerator<Uint8Array> | null> {
  const place = placeOf(id, area, name);
  if (!(await stat(place).catch(() => null))) return null;
  return chunksOf(place);
}

async function* chunksOf(place: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(place, { highWaterMark: 262_144 });
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } finally {
    stream.destroy();
  }
}

const LINE_FEED = 0x0a;

/** The values of a frozen file of JSON lines, one at a time. */
export async function* readFrozen<T>(id: string, name: string): AsyncGenerator<T> {
  let begun: Uint8Array[] = [];
  for await (const chunk of chunksOf(placeOf(id, 'frozen', name))) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      begun.push(chunk.subarray(from, at));
      yield JSON.parse(Buffer.concat(begun).toString('utf8')) as T;
      begun = [];
      from = at + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
}

/** The one value of a frozen file of JSON. */
export async function readFrozenValue<T>(id: string, name: string): Promise<T> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(placeOf(id, 'frozen', name))) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as T;
}

/** The text of a small file, or null where the data folder does not have it. */
export async function readReleaseText(id: string, area: ReleaseArea, name: string): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  const file = await openReleaseFile(id, area, name);
  if (!file) return null;
  for await (const chunk of file) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Takes away what earlier takers left unfinished. Only for whoever holds the release. */
export async function clearUnfinished(id: string): Promise<void> {
  for (const area of ['frozen', 'files'] as const) {
    const folder = path.join(folderOf(id), area);
    const names = await readdir(folder).catch(() => []);
    for (const name of names) if (name.endsWith('.part')) await rm(path.join(folder, name), { force: true });
  }
}
