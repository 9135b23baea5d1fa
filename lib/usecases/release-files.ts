import 'server-only';
import type { StoredRelease } from '@/lib/data/releases';
import { EXPORT_FILES, lossReportName, type OffsetUnit } from '@/lib/domain/export-file';
import type { ReleaseFile } from '@/lib/domain/release';
import { RELEASE_FILE_NAMES, ROWS_OF_FORMAT, WHAT_OF_FORMAT } from '@/lib/domain/release-file-names';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import { bytesFromChunks, joinedChunks } from '@/lib/export/chunks';
import { lossReportChunks, LossTally } from '@/lib/export/loss';
import { MOST_FILES } from '@/lib/export/zip';
import { adjudicationLine } from '@/lib/release/adjudication-line';
import { canonicalJson } from '@/lib/release/canonical-json';
import { changelog } from '@/lib/release/changelog';
import { citationCff } from '@/lib/release/citation-cff';
import { croissantJson } from '@/lib/release/croissant-json';
import { datasetCard } from '@/lib/release/dataset-card';
import { guidelineMarkdown } from '@/lib/release/guideline-markdown';
import { licencesCsv } from '@/lib/release/licences';
import { type Manifest, manifestJson, manifestOf, sha256Sums } from '@/lib/release/manifest';
import { passLine } from '@/lib/release/pass-line';
import { releasedPassFrom } from '@/lib/release/released-pass';
import { RELEASE_DOCUMENTS, type ReleaseDocumentName } from '@/lib/release/release-files';
import { schemaJson } from '@/lib/release/schema-json';
import { splitsCsv, splitsJson } from '@/lib/release/split-files';
import type { ExportSource } from './export-source';
import { type FrozenAbout, readFrozenAbout, sourceFromFrozen } from './frozen-release';
import { type GatheredRelease, gatheredRelease } from './gathered-release';
import { lossesOfExport, writtenExport } from './written-export';

/** Why a release cannot be made, in words for whoever asked for it: trying again changes nothing. */
export class ReleaseRefused extends Error {}

/** A file that is to be made; `rows` is asked when its bytes have passed. */
export interface FileToMake extends Omit<ReleaseFile, 'sha256' | 'bytes' | 'rows'> {
  bytes: AsyncIterable<Uint8Array>;
  rows: () => number | null;
}

/** What is done with the files: they are written, or held against those that are there. */
export interface FileMaker {
  /** The file as it was made before, whole; null where it is to be made. */
  known(name: string): ReleaseFile | null;
  make(file: FileToMake): Promise<ReleaseFile>;
  note(step: string, done: number, of: number): Promise<void>;
}

export interface MadeRelease {
  files: ReleaseFile[];
  manifest: Manifest;
  manifestSha256: string;
}

/**
 * Every file of a release, made of its frozen rows alone: the same bytes whenever and wherever it is done. Exports and
 * their loss reports come first, then the documents, each of what stands before it.
 */
export async function makeReleaseFiles(release: StoredRelease, maker: FileMaker): Promise<MadeRelease> {
  const of = release.options.formats.length * 2 + Object.keys(RELEASE_DOCUMENTS).length;
  await maker.note('Reading what was frozen', 0, of);
  const about = await readFrozenAbout(release.id);
  const gathered = await gatheredRelease(release, about);
  refuseWhatNoArchiveHolds(release, gathered);
  const source = sourceFromFrozen(release.id, { about, pseudonyms: gathered.pseudonyms });
  const making = new Making(maker, of);
  for (const format of release.options.formats) await making.addExport(format, source, gathered);
  await addDocuments(making, source, gathered, about);
  const manifest = manifestOf(gathered.facts, making.files);
  const manifestFile = await making.addDocument('manifest.json', manifestJson(manifest));
  await making.addDocument('SHA256SUMS', sha256Sums(making.files));
  return { files: making.files, manifest, manifestSha256: manifestFile.sha256 };
}

function refuseWhatNoArchiveHolds({ options }: StoredRelease, { facts }: GatheredRelease): void {
  const archives = options.formats.filter((format) => EXPORT_FILES[format].extension === 'zip');
  if (archives.length === 0 || facts.counts.articles * 2 < MOST_FILES) return;
  throw new ReleaseRefused(
    `An archive holds at most ${MOST_FILES} files, two for each text, and this release has more. ` +
      `Make one without ${archives.join(' and ')}, or of a part of the workspace.`,
  );
}

/** Makes one file after another and keeps what each turned out to be. */
class Making {
  readonly files: ReleaseFile[] = [];

  constructor(
    private readonly maker: FileMaker,
    private readonly of: number,
  ) {}

  /** An export with the report of what it had to leave behind, which is made first: the export's entry names its counts. */
  async addExport(format: ExportFormat, source: ExportSource, { facts }: GatheredRelease): Promise<void> {
    const name = RELEASE_FILE_NAMES[format];
    const report = lossReportName(name);
    const known = [this.maker.known(report), this.maker.known(name)];
    if (known[0] && known[1]) return void this.files.push(known[0], known[1]);
    const { part, options } = facts;
    const { text } = options;
    const { mediaType, offsetUnit } = EXPORT_FILES[format];
    const tally = new LossTally();
    await this.#make({
      name: report,
      mediaType: 'application/json; charset=utf-8',
      format: null,
      what: `What ${name} had to leave behind, by annotation.`,
      offsetUnit: 'code_point',
      losses: null,
      bytes: bytesFromChunks(
        joinedChunks(lossReportChunks({ format, text, offsetUnit }, lossesOfExport(source, format), tally)),
      ),
      rows: () => tally.counts.losses,
    });
    const counting = countedSource(source);
    await this.#make({
      name,
      mediaType,
      format,
      what: WHAT_OF_FORMAT[format],
      offsetUnit,
      losses: { report, counts: tally.counts },
      bytes: writtenExport(counting.source, format, {
        ...{ text, canary: facts.canary },
        ...(part && { part: { filter: part.filter, articles: part.articles } }),
      }),
      rows: () => {
        const row = ROWS_OF_FORMAT[format];
        return row ? counting.counts[row] : null;
      },
    });
  }

  async addDocument(
    name: ReleaseDocumentName,
    content: string | AsyncIterable<string>,
    rows: () => number | null = () => null,
  ): Promise<ReleaseFile> {
    const known = this.maker.known(name);
    if (known) {
      this.files.push(known);
      return known;
    }
    const chunks = typeof content === 'string' ? oneOf(content) : joinedChunks(content);
    const { mediaType, what, offsetUnit } = RELEASE_DOCUMENTS[name];
    return this.#make({
      ...{ name, mediaType, what, rows },
      offsetUnit: offsetUnit satisfies OffsetUnit,
      format: null,
      losses: null,
      bytes: bytesFromChunks(chunks),
    });
  }

  async #make(file: FileToMake): Promise<ReleaseFile> {
    await this.maker.note(`Writing ${file.name}`, this.files.length, this.of);
    const made = await this.maker.make(file);
    this.files.push(made);
    return made;
  }
}

async function* oneOf(text: string): AsyncGenerator<string> {
  yield text;
}

async function addDocuments(
  making: Making,
  source: ExportSource,
  { facts, splits, licensed, modes }: GatheredRelease,
  about: FrozenAbout,
): Promise<void> {
  const passes = counted(linesOfPasses(source, modes, facts.canary));
  await making.addDocument('passes.jsonl', passes.lines, passes.count);
  const decisions = counted(linesOfAdjudications(source, modes, facts.canary));
  await making.addDocument('adjudication.jsonl', decisions.lines, decisions.count);
  await making.addDocument(
    'agreement.json',
    `${canonicalJson({ canary: facts.canary, ...(facts.agreement ?? {}) })}\n`,
  );
  await making.addDocument('guideline.md', guidelineMarkdown(about.guideline));
  await making.addDocument('splits.json', splitsJson(splits, facts.canary));
  await making.addDocument('splits.csv', splitsCsv(splits), () => splits.articles.length);
  await making.addDocument('LICENCES.csv', licencesCsv(licensed), () => licensed.length);
  await making.addDocument('schema.json', schemaJson(facts.canary));
  const { changes, earlierChangelog } = about;
  await making.addDocument(
    'CHANGELOG.md',
    changelog({
      facts,
      summary: changes?.summary ?? null,
      entries: changes?.entries ?? [],
      earlierChangelog,
    }),
  );
  await making.addDocument('CITATION.cff', citationCff(facts));
  await making.addDocument('croissant.json', croissantJson(facts, making.files));
  await making.addDocument('README.md', datasetCard(facts, making.files));
}

async function* linesOfPasses(
  source: ExportSource,
  modes: GatheredRelease['modes'],
  canary: string,
): AsyncGenerator<string> {
  for await (const record of source.records('full'))
    if (record.type === 'pass') {
      const pass = releasedPassFrom(record.pass);
      yield passLine(pass, modes.get(pass.articleId) ?? 'offsets', canary);
    }
}

async function* linesOfAdjudications(
  source: ExportSource,
  modes: GatheredRelease['modes'],
  canary: string,
): AsyncGenerator<string> {
  for await (const record of source.records('full'))
    if (record.type === 'adjudication') {
      const { adjudication } = record;
      yield adjudicationLine(adjudication, modes.get(adjudication.articleId) ?? 'offsets', canary);
    }
}

function counted(parts: AsyncIterable<string>): { lines: AsyncGenerator<string>; count: () => number } {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const part of parts) {
      count++;
      yield part;
    }
  }
  return { lines: lines(), count: () => count };
}

/** A source that counts what is read of it. */
function countedSource(source: ExportSource): {
  source: ExportSource;
  counts: Record<'rows' | 'documents' | 'reviews', number>;
} {
  const counts = { rows: 0, documents: 0, reviews: 0 };
  async function* passing<T>(values: AsyncIterable<T>, of: keyof typeof counts): AsyncGenerator<T> {
    for await (const value of values) {
      counts[of]++;
      yield value;
    }
  }
  return {
    counts,
    source: {
      ...source,
      documents: () => passing(source.documents(), 'documents'),
      rows: (text) => passing(source.rows(text), 'rows'),
      reviews: () => passing(source.reviews(), 'reviews'),
    },
  };
}
