import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { EXPORT_FORMATS, TEXT_MODES } from '@/lib/domain/vocabulary';
import { actAsOwner } from '@/lib/usecases/act-as-owner';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { operator } from '../operator';
import { tell, valueOf } from '../report';

/** `touchstone export`. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write a workspace’s annotations to a file')
    .requiredOption('--workspace <slug>', 'the workspace')
    .addOption(new Option('--format <format>', 'the format').choices(EXPORT_FORMATS).makeOptionMandatory())
    .addOption(new Option('--text <mode>', 'how much of the articles’ words goes along').choices(TEXT_MODES))
    .option('--allow-loss', 'write also what the format cannot hold whole (these formats lose nothing)')
    .requiredOption('--out <file>', 'the file; - for standard output')
    .action(async ({ workspace: slug, format, text, out }) => {
      const context = valueOf(await actAsOwner(operator(), slug));
      const file = valueOf(await exportWorkspace(context, { slug, query: { format, text } }));
      if (out === '-') await pipeline(file.body, process.stdout, { end: false });
      else await writeWhole(out, file.body);
      if (out !== '-') tell(`${out} is written.`);
    });
}

/** Writes beside the file first: an export that breaks off leaves an earlier file as it was. */
async function writeWhole(file: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(body, createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
