import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import type { Context } from '@/lib/usecases/context';
import { DATASET_FORMS, type DatasetForm } from '@/lib/ingest/datasets/read-dataset';
import { utf8Lines } from '@/lib/ingest/datasets/utf8-lines';
import { rawTextFromBytes } from '@/lib/ingest/raw-text';
import { actAsOwner } from '@/lib/usecases/act-as-owner';
import { importDataset } from '@/lib/usecases/import-dataset';
import { importFile, type ImportedFile } from '@/lib/usecases/import-file';
import { datasetFilesFrom } from '@/lib/usecases/import-upload';
import { restoreWorkspace } from '@/lib/usecases/restore-workspace';
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
    .description('import raw texts, one article a file, or the texts and marks of another tool’s files')
    .argument('<file...>', 'files in UTF-8; for brat and webanno also ZIP archives')
    .requiredOption('--workspace <slug>', 'the workspace')
    .addOption(
      new Option('--as <form>', 'what the files hold')
        .choices(['raw', 'jsonl', ...DATASET_FORMS])
        .default('raw'),
    )
    .option('--json', 'print JSON')
    .action(async (files: string[], { as, json, workspace: slug }) => {
      const context = valueOf(await actAsOwner(operator(), slug));
      if (as === 'jsonl') return restoreFrom(context, { slug, files, json });
      if (as !== 'raw') return importMarks(context, { slug, form: as as DatasetForm, files, json });
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

/** A whole workspace, of one file in the lossless form. */
async function restoreFrom(
  context: Context,
  { slug, files, json }: { slug: string; files: string[]; json?: boolean },
): Promise<void> {
  const [file, ...others] = files;
  if (!file || others.length > 0) throw new Refusal('A workspace is taken of one file.');
  await access(file).catch((error: Error) => {
    throw new Refusal(`${file} could not be read: ${error.message}`);
  });
  const lines = utf8Lines(createReadStream(file));
  const { isRestored, records, refused } = valueOf(await restoreWorkspace(context, { slug, lines }));
  for (const { at, reason } of refused) tell(`${path.basename(file)} ${at}: ${reason}`);
  if (!isRestored) tell('Nothing was taken.');
  const outcome = isRestored ? 'imported' : 'refused';
  const reason = isRestored ? null : `${refused.length} lines cannot be taken.`;
  print(
    json,
    [{ file, outcome, articleId: null, reason, records, refused }],
    [
      `${outcome}\t${file}\t${
        isRestored
          ? Object.entries(records)
              .map(([type, count]) => `${count} ${type}`)
              .join(', ')
          : reason
      }`,
    ],
  );
  if (!isRestored) process.exitCode = 1;
}

/** Files that belong together, such as brat's pairs, are read together. Everything that was not taken is told. */
async function importMarks(
  context: Context,
  { slug, form, files, json }: { slug: string; form: DatasetForm; files: string[]; json?: boolean },
): Promise<void> {
  const read = await Promise.all(
    files.map(async (file) => datasetFilesFrom(path.basename(file), await bytesOf(file))),
  );
  const imported = valueOf(
    await importDataset(context, { slug, form, files: read.flatMap((each) => each.files) }),
  );
  const { documents } = imported;
  const refused = [...read.flatMap((each) => each.refused), ...imported.refused];
  for (const { at, reason } of refused) tell(`${at}: ${reason}`);
  const lines = documents.map(({ at, annotations, ...rest }) => ({ file: at, ...rest, annotations }));
  const elsewhere = refused.filter(({ at }) => !lines.some(({ file }) => belongsTo(at, file)));
  print(
    json,
    [
      ...lines.map((line) => ({ ...line, refused: refused.filter(({ at }) => belongsTo(at, line.file)) })),
      ...elsewhere.map(({ at, reason }) => ({ file: at, outcome: 'refused', articleId: null, reason })),
    ],
    lines.map(
      ({ file, outcome, annotations }) =>
        `${outcome}\t${file}\t${annotations.created} annotations new, ${annotations.unchanged} unchanged`,
    ),
  );
  if (refused.length > 0) process.exitCode = 1;
}

/** Whether a part lies in a document: `x.ann line 3` in `x.txt`, `a line 1, label 2` in `a line 1`. */
function belongsTo(at: string, document: string): boolean {
  const stem = document.replace(/\.(txt|tsv)$/, '');
  return at === document || at.startsWith(`${stem},`) || at.startsWith(`${stem}.`);
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
