import 'server-only';
import { countDocuments } from '@/lib/data/document-rows';
import { databaseFor, type Reader } from '@/lib/data/blind-reading';
import type { Selection } from '@/lib/data/selection';
import { type Snapshot, snapshotRows } from '@/lib/data/snapshot';
import { partsApart, type QueryParts } from '@/lib/domain/annotation-filter';
import { EXPORT_FILES, exportFileName, lossReportName } from '@/lib/domain/export-file';
import { EXPORT_KEYS, type ExportRequest, exportRequestSchema } from '@/lib/domain/export-request';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { bytesFromChunks, joinedChunks } from '@/lib/export/chunks';
import type { LossCounts } from '@/lib/domain/loss-counts';
import { lossReportChunks, LossTally } from '@/lib/export/loss';
import { MOST_FILES } from '@/lib/export/zip';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { exportBytes, lossesIn } from './export-chunks';
import { selectionFrom } from './selection-from';

/** A file that is written while it is read. A consumer that stops early frees the connection it is read from. */
export interface ExportFile {
  fileName: string;
  mediaType: string;
  body: AsyncGenerator<Uint8Array>;
}

/** Takes the loss report, whole, before the first byte of the export is made from the same snapshot. */
export type TakeReport = (report: AsyncIterable<Uint8Array>) => Promise<void>;

/**
 * The workspace's articles and annotations in one of the formats, as they stood in one instant. What was deleted
 * is left out. The bytes depend on the data alone, not on when or by whom they are asked for. Where the format cannot
 * hold something that is there, the export is refused (`losses`, with counts) unless the request allows it: the losses
 * are counted in a pass of their own over the same snapshot. With `losses: 'only'` the file is the report of
 * them, with `'counts'` their number. The keys of a filter, or a subset's name, narrow it to a part.
 */
export async function exportWorkspace(
  context: Context,
  input: { slug: string; query: QueryParts; takeReport?: TakeReport },
): Promise<Result<ExportFile, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const { own, rest } = partsApart(input.query, EXPORT_KEYS);
  const request = parseInput(exportRequestSchema, own);
  if (!request.ok) return request;
  const { workspace } = access.value;
  const { format, text, subset } = request.value;
  const selected = await selectionFrom(databaseFor(access.value), context, workspace, {
    parts: rest,
    subset,
    everyArticle: request.value.articles === 'all',
  });
  if (!selected.ok) return selected;
  const selection = selected.value;
  const fileName = exportFileName(workspace.slug, format, text, selection.filter !== null);
  if (request.value.losses)
    return ok({
      fileName: lossReportName(fileName),
      mediaType: 'application/json; charset=utf-8',
      body: snapshotRows(access.value, (snapshot) =>
        request.value.losses === 'counts'
          ? countBytes(snapshot, selection, format)
          : reportBytes(snapshot, selection, request.value, new LossTally()),
      ),
    });
  const body = await openedExport(access.value, selection, request.value, input.takeReport);
  return body.ok ? ok({ fileName, mediaType: EXPORT_FILES[format].mediaType, body: body.value }) : body;
}

/** The export's bytes once it is known that they may be made; its snapshot is open from then on. */
async function openedExport(
  reader: Reader,
  selection: Selection,
  request: ExportRequest,
  takeReport: TakeReport | undefined,
): Promise<Result<AsyncGenerator<Uint8Array>, Failure>> {
  const { format, allowLoss } = request;
  const mustLook =
    takeReport !== undefined ||
    isArchive(format) ||
    (EXPORT_FILES[format].canLose === true && allowLoss === 'false');
  if (!mustLook) return ok(snapshotRows(reader, (snapshot) => exportBytes(snapshot, selection, request)));
  let refusal: Failure | null = null;
  const body = snapshotRows(reader, async function* (snapshot) {
    refusal = await refusalOf(snapshot, selection, request, takeReport);
    if (refusal) return;
    // Nothing yet: the first pass is over, and whoever asks for more gets the file.
    yield new Uint8Array(0);
    yield* exportBytes(snapshot, selection, request);
  });
  await body.next();
  return refusal ? err(refusal) : ok(body);
}

async function refusalOf(
  snapshot: Snapshot,
  selection: Selection,
  request: ExportRequest,
  takeReport: TakeReport | undefined,
): Promise<Failure | null> {
  const { format, allowLoss } = request;
  if (isArchive(format) && (await countDocuments(snapshot, selection)) * 2 >= MOST_FILES)
    return {
      code: 'too_many_files',
      message: `An archive holds at most ${MOST_FILES} files, two for each text, and this export has more. Choose another format, or export a part.`,
    };
  const mustCount = EXPORT_FILES[format].canLose === true && allowLoss === 'false';
  if (!mustCount && !takeReport) return null;
  const tally = new LossTally();
  const report = reportBytes(snapshot, selection, request, tally);
  if (takeReport) await takeReport(report);
  else while (!(await report.next()).done);
  return mustCount && tally.counts.losses > 0 ? lossesRefusal(format, tally.counts) : null;
}

const isArchive = (format: ExportFormat): boolean => EXPORT_FILES[format].extension === 'zip';

const reportBytes = (
  snapshot: Snapshot,
  selection: Selection,
  { format, text }: ExportRequest,
  tally: LossTally,
): AsyncGenerator<Uint8Array> => {
  const about = { format, text, offsetUnit: EXPORT_FILES[format].offsetUnit };
  return bytesFromChunks(joinedChunks(lossReportChunks(about, lossesIn(snapshot, selection, format), tally)));
};

/** The counts of the report alone, as JSON. */
async function* countBytes(
  snapshot: Snapshot,
  selection: Selection,
  format: ExportFormat,
): AsyncGenerator<Uint8Array> {
  const tally = new LossTally();
  for await (const loss of lossesIn(snapshot, selection, format)) tally.add(loss);
  yield new TextEncoder().encode(JSON.stringify({ format, counts: tally.counts }));
}

const lossesRefusal = (format: string, counts: LossCounts): Failure => ({
  code: 'losses',
  message:
    `The format ${format} cannot hold everything: ${counts.losses} ${counts.losses === 1 ? 'thing' : 'things'} of ` +
    `${counts.annotations} ${counts.annotations === 1 ? 'annotation' : 'annotations'} would be left behind. ` +
    'Nothing was exported. Ask for the list with losses=only, or export all the same with allowLoss=true.',
  counts,
});
