import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { diffReleasesOf } from '@/lib/usecases/diff-releases';

export const GET = handle<{ release: string }>(async ({ context, params, query }) => {
  const diff = await diffReleasesOf(context, { id: params.release, query });
  return diff.ok ? json(diff.value) : diff;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
