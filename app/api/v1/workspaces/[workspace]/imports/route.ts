import { handle, json } from '@/app/api/v1/_http/handle';
import { lookLater } from '@/app/api/v1/_http/look-later';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { progressed } from '@/app/api/v1/_http/progressed';
import { sentFiles } from '@/app/api/v1/_http/sent-files';
import type { ImportProgress, ImportReport } from '@/lib/domain/import-report';
import type { Context } from '@/lib/usecases/context';
import { importUpload } from '@/lib/usecases/import-upload';

export const POST = handle<{ workspace: string }>(
  async ({ context, params, query, request }) => {
    const importing = (onProgress?: (progress: ImportProgress) => void) =>
      importUpload(context, {
        slug: params.workspace,
        query,
        open: (name) => sentFiles(request, name),
        ...(onProgress && { onProgress }),
      });
    const tellLater = (report: ImportReport) => compareWhatIsNew(context, report);
    if (request.headers.get('accept')?.includes('application/x-ndjson'))
      return progressed(importing, tellLater);
    const report = await importing();
    if (!report.ok) return report;
    tellLater(report.value);
    return json(report.value);
  },
  { readsBody: false },
);

/** One article stands for its workspace: what came with it is looked at together. */
function compareWhatIsNew(context: Context, { documents }: ImportReport): void {
  const first = documents.find(({ articleId }) => articleId !== null);
  if (first) lookLater(context, first.articleId!);
}

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
