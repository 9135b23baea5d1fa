import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { mergeSource } from '@/lib/usecases/merge-source';

export const POST = handle<{ source: string }>(async ({ context, params, body }) => {
  const merged = await mergeSource(context, { id: params.source, body });
  return merged.ok ? json(merged.value) : merged;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
