import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { queryParts } from '@/app/api/v1/_http/query-parts';
import { countAnnotations } from '@/lib/usecases/count-annotations';

export const GET = handle<{ workspace: string }>(async ({ context, params, request }) => {
  const counts = await countAnnotations(context, { slug: params.workspace, query: queryParts(request) });
  return counts.ok ? json(counts.value) : counts;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
