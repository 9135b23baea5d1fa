import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { unmergeSource } from '@/lib/usecases/unmerge-source';

export const POST = handle<{ source: string }>(async ({ context, params }) => {
  const unmerged = await unmergeSource(context, { id: params.source });
  return unmerged.ok ? json(unmerged.value) : unmerged;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
