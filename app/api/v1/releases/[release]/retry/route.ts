import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { isSettled } from '@/lib/domain/release';
import { retryRelease } from '@/lib/usecases/retry-release';
import { releaseWorker } from '@/lib/usecases/work-on-releases';

export const POST = handle<{ release: string }>(async ({ context, params }) => {
  const release = await retryRelease(context, { id: params.release });
  if (!release.ok) return release;
  if (!isSettled(release.value)) await releaseWorker().ask(release.value.id);
  return json(release.value, isSettled(release.value) ? 200 : 202);
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
