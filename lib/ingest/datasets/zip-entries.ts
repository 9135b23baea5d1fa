import { Inflate } from 'fflate';

/** A file of an archive as its directory tells of it; sizes in bytes. */
export interface ZipEntry {
  name: string;
  /** What it unfolds to. */
  size: number;
  packed: Uint8Array;
  method: number;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_64_PLACE = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const SIZES_64 = 1;
const UTF8_NAME = 0x800;
const IN_64_BITS = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
/** So much is unfolded before it is looked whether that is too much: a thousand times as much at the most. */
const PIECE = 65_536;

/**
 * The entries of a ZIP archive by its directory (APPNOTE 6.3), of 64 bits too. Throws where it is damaged, and where its
 * files together take more room than the archive has: files that share bytes are how a small archive unfolds without end.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const large = (at: number): number => Number(view.getBigUint64(at, true));
  const end = endOfDirectory(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === DIRECTORY_END_64_PLACE) {
    const place = large(end - 12);
    [count, at] = [large(place + 32), large(place + 48)];
  }
  const entries: ZipEntry[] = [];
  let room = bytes.length;
  for (; count > 0; count--) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error('the directory is damaged');
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    ) as [number, number, number];
    const extra = at + 46 + nameLength;
    const sizes = [24, 20, 42].map((field) => view.getUint32(at + field, true));
    let next = placeOfSizes64(view, extra, extra + extraLength);
    const [size, packedSize, head] = sizes.map((value) => {
      if (value !== IN_64_BITS || next === null) return value;
      next += 8;
      return large(next - 8);
    }) as [number, number, number];
    room -= packedSize;
    const from = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
    if (room < 0 || from + packedSize > bytes.length)
      throw new Error('the archive is shorter than its files');
    const isUtf8 = (view.getUint16(at + 8, true) & UTF8_NAME) !== 0;
    entries.push({
      name: nameFrom(bytes.subarray(at + 46, extra), isUtf8),
      size,
      packed: bytes.subarray(from, from + packedSize),
      method: view.getUint16(at + 10, true),
    });
    at = extra + extraLength + noteLength;
  }
  return entries;
}

/** The bytes of an entry. Throws where they are not as many as its directory says, without unfolding the rest. */
export function unzipped({ size, packed, method }: ZipEntry): Uint8Array {
  if (method === STORED && packed.length === size) return packed;
  if (method !== DEFLATED) throw new Error('the file is packed in a way that is not known');
  const whole = new Uint8Array(size);
  let held = 0;
  const inflate = new Inflate((part) => {
    if (held + part.length > size) throw new Error('the file is larger than it says');
    whole.set(part, held);
    held += part.length;
  });
  for (let from = 0; from < packed.length; from += PIECE)
    inflate.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
  if (held !== size) throw new Error('the file is smaller than it says');
  return whole;
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  throw new Error('the archive has no directory');
}

function placeOfSizes64(view: DataView, from: number, end: number): number | null {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === SIZES_64) return at + 4;
  return null;
}

/** Names that do not say that they are UTF-8 are read as Latin 1, of which every byte is one character. */
const nameFrom = (bytes: Uint8Array, isUtf8: boolean): string =>
  isUtf8 ? new TextDecoder().decode(bytes) : Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
