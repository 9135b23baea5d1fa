import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { rawTextFromBytes } from '@/lib/ingest/raw-text';
import { readArticle } from '@/lib/ingest/read-article';
import { TextIndex } from '@/lib/domain/text-index';
import { print, Refusal, valueOf } from '../report';

/** The bytes of a file that a command names; a file that cannot be read is a refusal, not a bug. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Refusal(`${file} could not be read: ${(error as Error).message}`);
  }
}

/** `touchstone read FILE`: what an import would take a text for. Needs no database. */
export function addReadCommand(program: Command): void {
  program
    .command('read')
    .description('show what an import takes a raw text for, without importing it')
    .argument('<file>', 'a text file in UTF-8')
    .option('--json', 'print JSON')
    .action(async (file: string, { json }) => {
      const text = valueOf(rawTextFromBytes(await bytesOf(file)));
      const read = readArticle(text);
      const index = new TextIndex(text);
      print(json, read, [
        ...Object.entries(read.metadata).flatMap(([field, value]) =>
          typeof value === 'string' ? [`${field}: ${value}`] : [],
        ),
        ...read.regions.map(({ role, start, end }) => `${role.padEnd(11)} ${index.slice(start, end)}`),
      ]);
    });
}
