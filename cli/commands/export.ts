import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { EXPORT_FORMATS, TEXT_MODES } from '@/lib/domain/vocabulary';
import { actAsOwner } from '@/lib/usecases/act-as-owner';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { operator } from '../operator';
import { print, Refusal, tell, valueOf } from '../report';

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
    .option('--json', 'print JSON, unless the export itself goes to standard output')
    .action(async ({ workspace: slug, format, text, out, json }) => {
      const context = valueOf(await actAsOwner(operator(), slug));
      const file = valueOf(await exportWorkspace(context, { slug, query: { format, text } }));
      if (out === '-') return pipeline(file.body, process.stdout, { end: false });
      const bytes = await writeWhole(out, file.body);
      tell(`${out} is written.`);
      print(json, { file: out, format, bytes }, []);
    });
}

/** Writes beside the file first: an export that breaks off leaves an earlier file as it was. */
async function writeWhole(file: string, body: AsyncIterable<Uint8Array>): Promise<number> {
  const unfinished = `${file}.unfinished`;
  try {
    const written = createWriteStream(unfinished);
    await pipeline(body, written);
    await rename(unfinished, file);
    return written.bytesWritten;
  } catch (error) {
    await rm(unfinished, { force: true });
    // The disk's refusals are for people; anything else is a bug.
    if (!(error as NodeJS.ErrnoException).syscall) throw error;
    throw new Refusal(`${file} could not be written: ${(error as Error).message}`);
  }
}
