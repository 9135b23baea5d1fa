import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { handle } from '../../../_http/handle';
import { savedFile } from '@/app/api/v1/_http/saved-file';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { queryParts } from '@/app/api/v1/_http/query-parts';

export const GET = handle<{ workspace: string }>(async ({ context, params, request }) => {
  const file = await exportWorkspace(context, { slug: params.workspace, query: queryParts(request) });
  if (!file.ok) return file;
  return savedFile(file.value.body, file.value);
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
