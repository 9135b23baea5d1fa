import 'server-only';
import { createReadStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';

const SHA256 = /^[0-9a-f]{64}$/;

/** Where the bytes of a hash lie. Nothing that anybody names has a part in it. */
function placeOf(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('not a SHA-256');
  return path.join(env().DATA_DIR, 'evidence', sha256.slice(0, 2), sha256);
}

/** Keeps the bytes of a file under their hash. They are there whole or not at all; the same bytes are written once. */
export async function keepFile(sha256: string, bytes: Uint8Array, partName: string): Promise<void> {
  const place = placeOf(sha256);
  const there = await stat(place).catch(() => null);
  if (there?.size === bytes.byteLength) return;
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const part = `${place}.${partName}.part`;
  await writeFile(part, bytes, { mode: 0o600 });
  await rename(part, place);
}

/** The bytes of a hash as a stream, or null where the data folder does not have them. */
export async function openFile(sha256: string): Promise<ReadableStream<Uint8Array> | null> {
  const place = placeOf(sha256);
  if (!(await stat(place).catch(() => null))) return null;
  const file = createReadStream(place);
  return new ReadableStream<Uint8Array>({
    start(controller) {
      file.on('data', (chunk) => {
        controller.enqueue(new Uint8Array(chunk as Buffer));
        if ((controller.desiredSize ?? 0) <= 0) file.pause();
      });
      file.on('end', () => controller.close());
      file.on('error', (error) => controller.error(error));
    },
    pull: () => void file.resume(),
    cancel: () => void file.destroy(),
  });
}
