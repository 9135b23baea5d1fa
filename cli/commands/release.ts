import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { partsFromSearch } from '@/lib/domain/annotation-filter';
import { isSettled, type Release } from '@/lib/domain/release';
import { EXPORT_FORMATS, TEXT_MODES } from '@/lib/domain/vocabulary';
import { actAsOwner } from '@/lib/usecases/act-as-owner';
import { actAsReleaseOwner } from '@/lib/usecases/act-as-release-owner';
import { awaitRelease } from '@/lib/usecases/await-release';
import { createRelease } from '@/lib/usecases/create-release';
import { diffReleasesOf } from '@/lib/usecases/diff-releases';
import { listReleases } from '@/lib/usecases/list-releases';
import { makeRelease } from '@/lib/usecases/make-release';
import { openReleaseFile } from '@/lib/usecases/open-release-file';
import { showRelease } from '@/lib/usecases/show-release';
import { showReleaseManifest } from '@/lib/usecases/show-release-manifest';
import { verifyRelease } from '@/lib/usecases/verify-release';
import { operator } from '../operator';
import { withPartOptions } from '../part-options';
import { print, Refusal, tell, valueOf } from '../report';

/** `touchstone release`. */
export function addReleaseCommand(program: Command): void {
  const release = program.command('release').description('named, versioned exports that stay as they are');
  addCreate(release);
  addList(release);
  addShow(release);
  addFiles(release);
  addVerify(release);
  addDiff(release);
}

function addCreate(release: Command): void {
  const command = release
    .command('create')
    .description('make a release; also while nothing serves')
    .requiredOption('--workspace <slug>', 'the workspace')
    .requiredOption('--name <name>', 'the name of the dataset')
    .requiredOption('--version <version>', 'such as 1.0.0')
    .option('--notes <words>', 'what is to be said of it', '')
    .addOption(
      new Option('--text <mode>', 'how much of the articles’ words goes along').choices([
        'licensed',
        ...TEXT_MODES,
      ]),
    );
  withPartOptions(command)
    .option('--licence <name>', 'of the annotations, such as CC-BY-4.0')
    .option('--seed <number>', 'of the splits', wholeNumber)
    .addOption(new Option('--format <formats...>', 'some of the formats alone').choices(EXPORT_FORMATS))
    .option('--real-names', 'name the people who annotated, instead of pseudonyms')
    .option('--json', 'print the release as JSON')
    .action(
      async ({ workspace: slug, name, version, notes, filter, subset, everyArticle, json, ...chosen }) => {
        const { text, licence, seed, format, realNames } = chosen;
        const context = valueOf(await actAsOwner(operator(), slug));
        const body = {
          ...{ name, version, notes },
          ...(filter && { filter: partsFromSearch(new URLSearchParams(filter)) }),
          ...(subset && { subset }),
          ...(everyArticle && { articles: 'all' }),
          ...(text && { text }),
          ...(licence && { licence }),
          ...(seed !== undefined && { seed }),
          ...(format && { formats: format }),
          ...(realNames && { pseudonyms: false }),
        };
        const created = valueOf(await createRelease(context, { slug, body }));
        const ready = await madeHereOrElsewhere(created.release.id);
        if (ready.state === 'failed') {
          const again = 'The same command tries again, with what was frozen and written already.';
          throw new Refusal(`The release could not be made. ${ready.failure} ${again}`);
        }
        tell(`${ready.name} ${ready.version} is ready: ${ready.files.length} files.`);
        print(json, ready, linesOf(ready));
      },
    );
}

/** Makes the release, unless a server that runs is making it: then it is waited for. */
async function madeHereOrElsewhere(id: string): Promise<Release> {
  let told = '';
  const say = ({ progress }: Release): void => {
    const line = progress
      ? `${progress.step}${progress.of ? ` (${progress.done} of ${progress.of})` : ''}`
      : '';
    if (line && line !== told) tell((told = line));
  };
  for (;;) {
    const making = makeRelease(id, { now: () => new Date() });
    let isOver = false;
    const over = () => (isOver = true);
    void making.then(over, over);
    while (!isOver) await awaitRelease(id, { atMost: 500, onProgress: say });
    await making;
    const release = await awaitRelease(id, { atMost: 2_000, onProgress: say });
    if (isSettled(release)) return release;
    await pause(500);
  }
}

function addList(release: Command): void {
  release
    .command('list')
    .description('the releases of a workspace, the newest first')
    .requiredOption('--workspace <slug>', 'the workspace')
    .option('--json', 'print JSON')
    .action(async ({ workspace: slug, json }) => {
      const context = valueOf(await actAsOwner(operator(), slug));
      const all: Release[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string> = { limit: '500', ...(cursor && { cursor }) };
        const page = valueOf(await listReleases(context, { slug, query }));
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      print(
        json,
        all,
        all.map(({ id, name, version, state, createdAt }) =>
          [id, name, version, state, createdAt].join('\t'),
        ),
      );
    });
}

function addShow(release: Command): void {
  release
    .command('show')
    .description('a release and its manifest')
    .argument('<id>', 'the release')
    .option('--json', 'print the manifest as JSON')
    .action(async (id, { json }) => {
      const context = valueOf(await actAsReleaseOwner(operator(), id));
      const { release } = valueOf(await showRelease(context, { id }));
      if (!json) return print(false, null, linesOf(release));
      print(true, valueOf(await showReleaseManifest(context, { id })), []);
    });
}

function addFiles(release: Command): void {
  release
    .command('files')
    .description('copy the files of a release into a folder')
    .argument('<id>', 'the release')
    .requiredOption('--out <folder>', 'the folder; it is made where it is not there')
    .option('--json', 'print JSON')
    .action(async (id, { out, json }) => {
      const context = valueOf(await actAsReleaseOwner(operator(), id));
      const { release } = valueOf(await showRelease(context, { id }));
      if (release.state !== 'ready') throw new Refusal('The release is not ready yet, so it has no files.');
      const written = [];
      for (const { name, sha256, bytes } of release.files) {
        const { body } = valueOf(await openReleaseFile(context, { id, name }));
        await writeWhole(path.join(out, name), body);
        written.push({ file: path.join(out, name), sha256, bytes });
      }
      print(
        json,
        written,
        written.map(({ file, sha256 }) => `${sha256}  ${file}`),
      );
    });
}

async function writeWhole(file: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await pipeline(body, createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (!(error as NodeJS.ErrnoException).syscall) throw error;
    throw new Refusal(`${file} could not be written: ${(error as Error).message}`);
  }
}

function addVerify(release: Command): void {
  release
    .command('verify')
    .description('make every file once more of what was frozen and compare the hashes')
    .argument('<id>', 'the release')
    .option('--json', 'print JSON')
    .action(async (id, { json }) => {
      const context = valueOf(await actAsReleaseOwner(operator(), id));
      const onFile = (step: string, done: number, of: number): void => tell(`${step} (${done} of ${of})`);
      const verified = valueOf(await verifyRelease(context, { id, onFile }));
      const lines = [
        ...verified.frozen.filter(({ isWhole }) => !isWhole).map(({ name }) => `frozen/${name}: CHANGED`),
        ...verified.files.map(
          ({ name, isReproduced, isStored }) =>
            `${name}: ${isReproduced && isStored ? 'the same' : isStored ? 'NOT REPRODUCED' : 'NOT AS PUBLISHED'}`,
        ),
      ];
      print(json, verified, lines);
      if (!verified.isReproduced) process.exitCode = 1;
    });
}

function addDiff(release: Command): void {
  release
    .command('diff')
    .description('what changed from one release to another, annotation by annotation')
    .argument('<a>', 'the earlier release')
    .argument('<b>', 'the later release')
    .option('--json', 'print JSON')
    .action(async (a, b, { json }) => {
      const context = valueOf(await actAsReleaseOwner(operator(), b));
      const diff = valueOf(await diffReleasesOf(context, { id: b, query: { with: a, limit: '10000' } }));
      print(json, diff, [
        ...Object.entries(diff.summary).map(([what, count]) => `${what}: ${JSON.stringify(count)}`),
        ...diff.items.map((entry) => JSON.stringify(entry)),
      ]);
    });
}

const linesOf = ({ id, name, version, state, failure, files }: Release): string[] => [
  `${name} ${version} (${id}): ${state}${failure ? `. ${failure}` : ''}`,
  ...files.map(({ name, sha256, bytes }) => `${sha256}  ${name}  ${bytes} bytes`),
];

function wholeNumber(value: string): number {
  if (!/^\d{1,10}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}
