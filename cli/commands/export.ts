import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { partsFromSearch } from '@/lib/domain/annotation-filter';
import { lossReportName } from '@/lib/domain/export-file';
import type { Failure } from '@/lib/domain/result';
import { EXPORT_FORMATS, TEXT_MODES } from '@/lib/domain/vocabulary';
import type { LossCounts } from '@/lib/domain/loss-counts';
import { actAsOwner } from '@/lib/usecases/act-as-owner';
import { exportWorkspace, type TakeReport } from '@/lib/usecases/export-workspace';
import { operator } from '../operator';
import { withPartOptions } from '../part-options';
import { print, Refusal, tell, valueOf } from '../report';

/** `touchstone export`. */
export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('write a workspace’s annotations to a file')
    .requiredOption('--workspace <slug>', 'the workspace')
    .addOption(new Option('--format <format>', 'the format').choices(EXPORT_FORMATS).makeOptionMandatory())
    .addOption(
      new Option(
        '--text <mode>',
        'how much of the articles’ words goes along; by each article’s licence unless given',
      ).choices([...TEXT_MODES, 'licensed']),
    )
    .option('--allow-loss', 'export also where the format cannot hold everything; FILE.loss.json lists what');
  withPartOptions(command)
    .requiredOption('--out <file>', 'the file; - for standard output')
    .option('--json', 'print JSON, unless the export itself goes to standard output')
    .action(async ({ workspace: slug, format, text, allowLoss, filter, subset, everyArticle, out, json }) => {
      const context = valueOf(await actAsOwner(operator(), slug));
      const query = {
        ...partsFromSearch(new URLSearchParams(filter)),
        ...{ format, text, subset, allowLoss: allowLoss ? 'true' : 'false' },
        ...(everyArticle && { articles: 'all' }),
      };
      if (out === '-') {
        const file = valueOf(await exportWorkspace(context, { slug, query }));
        return pipeline(file.body, process.stdout, { end: false });
      }
      const report = lossReportName(out);
      const takeReport: TakeReport = async (chunks) => void (await writeWhole(report, chunks));
      const file = await exportWorkspace(context, { slug, query, takeReport });
      if (!file.ok && file.error.code === 'losses') throw new Refusal(lossesInWords(file.error, report));
      const bytes = await writeWhole(out, valueOf(file).body);
      tell(`${out} is written. What the format leaves behind is listed in ${report}.`);
      print(json, { file: out, format, bytes, lossReport: report }, []);
    });
}

/** The API's words name its own parameters; a command has options. */
function lossesInWords({ counts }: Failure, report: string): string {
  const { losses, annotations } = counts as LossCounts;
  return (
    `This format cannot hold everything: ${losses} of what is recorded of ${annotations} ` +
    `${annotations === 1 ? 'annotation' : 'annotations'} would be left behind. It is listed in ${report}. ` +
    'Nothing was exported; to export all the same, add --allow-loss.'
  );
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
