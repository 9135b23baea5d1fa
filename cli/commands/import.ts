import path from 'node:path';
import { type Command, Option } from 'commander';
import type { Context } from '@/lib/usecases/context';
import { rawTextFromBytes } from '@/lib/ingest/raw-text';
import { actAsOwner } from '@/lib/usecases/act-as-owner';
import { importFile, type ImportedFile } from '@/lib/usecases/import-file';
import { operator } from '../operator';
import { print, Refusal, tell, valueOf } from '../report';
import { bytesOf } from './read';

interface Line {
  file: string;
  outcome: ImportedFile['outcome'] | 'refused';
  articleId: string | null;
  reason: string | null;
}

/** `touchstone import FILE…`. Exit code 1 when a file was refused; the others are imported all the same. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('import raw texts, one article a file')
    .argument('<file...>', 'text files in UTF-8')
    .requiredOption('--workspace <slug>', 'the workspace')
    .addOption(new Option('--as <form>', 'what the files hold').choices(['raw']).default('raw'))
    .option('--json', 'print JSON')
    .action(async (files: string[], { json, workspace: slug }) => {
      const context = valueOf(await actAsOwner(operator(), slug));
      const lines: Line[] = [];
      for (const [i, file] of files.entries()) {
        tell(`${i + 1} of ${files.length}: ${path.basename(file)}`);
        lines.push(await importOne({ ...context, now: new Date() }, slug, file));
      }
      print(
        json,
        lines,
        lines.map(({ file, outcome, reason }) => `${outcome}\t${file}${reason ? `\t${reason}` : ''}`),
      );
      if (lines.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
    });
}

async function importOne(context: Context, slug: string, file: string): Promise<Line> {
  const refused = (reason: string): Line => ({ file, outcome: 'refused', articleId: null, reason });
  try {
    const raw = rawTextFromBytes(await bytesOf(file));
    if (!raw.ok) return refused(raw.error.message);
    const imported = await importFile(context, { slug, raw: raw.value });
    return imported.ok ? { file, ...imported.value } : refused(imported.error.message);
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
    throw error;
  }
}
