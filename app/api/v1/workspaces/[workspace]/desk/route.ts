import { csv, wantsCsv } from '@/app/api/v1/_http/csv';
import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { exportDesk } from '@/lib/usecases/export-desk';
import { listDesk } from '@/lib/usecases/list-desk';

export const GET = handle<{ workspace: string }>(async ({ context, params, query, request }) => {
  const input = { slug: params.workspace, query };
  const isTable = query.format === undefined ? wantsCsv(request) : query.format === 'csv';
  if (!isTable) {
    const page = await listDesk(context, input);
    return page.ok ? json(page.value) : page;
  }
  const file = await exportDesk(context, input);
  if (!file.ok) return file;
  return csv(file.value, `desk-${params.workspace}.csv`);
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
