import { deflateSync, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { filesFromZip } from '@/lib/ingest/datasets/zip-files';

const u16 = (...values: number[]): number[] => values.flatMap((value) => [value & 0xff, value >>> 8]);
const u32 = (...values: number[]): number[] =>
  values.flatMap((value) => u16(value & 0xffff, Math.floor(value / 65_536)));

/** An archive of one packed file under several names, which claims what it is told to. */
function archiveOf(packed: Uint8Array, { size, names = ['a.txt'] }: { size: number; names?: string[] }) {
  const head = [...u32(0x04034b50), ...u16(20, 0, 8, 0, 0), ...u32(0, packed.length, size), ...u16(0, 0)];
  const entries = names.flatMap((name) => [
    ...[...u32(0x02014b50), ...u16(20, 20, 0, 8, 0, 0), ...u32(0, packed.length, size)],
    ...[...u16(name.length, 0, 0, 0, 0), ...u32(0, 0), ...strToU8(name)],
  ]);
  const end = [
    ...[...u32(0x06054b50), ...u16(0, 0, names.length, names.length)],
    ...[...u32(entries.length, head.length + packed.length), ...u16(0)],
  ];
  return Uint8Array.from([...head, ...packed, ...entries, ...end]);
}

test('files that are packed and files that are stored are read, under any names', () => {
  const files = { 'ä/1.txt': 'Words. '.repeat(50_000), '../b.txt': '', __proto: 'x' };
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  for (const level of [0, 6] as const)
    expect(filesFromZip(zipSync(bytes, { level }))).toEqual({
      files: Object.entries(files).map(([name, text]) => ({ name, text })),
      refused: [],
    });
});

test('what is larger than may be is listed', () => {
  const large = zipSync({ 'a.txt': new Uint8Array(50_000_001), 'b.txt': strToU8('b') });
  expect(filesFromZip(large)).toEqual({
    files: [{ name: 'b.txt', text: 'b' }],
    refused: [{ at: 'a.txt', reason: 'It is too large to be unpacked.' }],
  });
});

test('an archive that claims wrong sizes is unfolded no further', () => {
  const packed = deflateSync(new Uint8Array(5_000_000), { level: 9 });
  expect(filesFromZip(archiveOf(packed, { size: 1 }))).toBeNull();
  const small = deflateSync(strToU8('Words.'));
  expect(filesFromZip(archiveOf(small, { size: 7 }))).toBeNull();
  expect(filesFromZip(archiveOf(small, { size: 6 }))?.files).toEqual([{ name: 'a.txt', text: 'Words.' }]);
});

test('files that share their bytes are no archive', () => {
  const packed = deflateSync(Uint8Array.from({ length: 5_000 }, (_, i) => 32 + ((i * i) % 89)));
  const names = Array.from({ length: 500 }, (_, i) => `${i}.txt`);
  expect(filesFromZip(archiveOf(packed, { size: 5_000, names: ['0.txt'] }))?.files).toHaveLength(1);
  expect(filesFromZip(archiveOf(packed, { size: 5_000, names }))).toBeNull();
});

test.each([[[]], [[0x50, 0x4b, 3, 4]], [[...u32(0x06054b50), ...u16(0, 0, 9, 9), ...u32(9, 9), ...u16(0)]]])(
  'damaged bytes are no archive (%#)',
  (bytes) => {
    expect(filesFromZip(Uint8Array.from(bytes))).toBeNull();
  },
);
