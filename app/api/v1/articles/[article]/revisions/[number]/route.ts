import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showRevisionReport } from '@/lib/usecases/show-revision-report';

export const GET = handle<{ article: string; number: string }>(async ({ context, params }) => {
  const report = await showRevisionReport(context, { articleId: params.article, number: params.number });
  return report.ok ? json(report.value) : report;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
