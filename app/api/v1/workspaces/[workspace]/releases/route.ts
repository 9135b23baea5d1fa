import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { isSettled, type Release } from '@/lib/domain/release';
import { err } from '@/lib/domain/result';
import { awaitRelease } from '@/lib/usecases/await-release';
import { createRelease } from '@/lib/usecases/create-release';
import { listReleases } from '@/lib/usecases/list-releases';
import { showRelease } from '@/lib/usecases/show-release';
import { releaseWorker } from '@/lib/usecases/work-on-releases';

interface Params {
  workspace: string;
}

/** A small release is ready within the request; of a large one the caller asks again. In milliseconds. */
const PATIENCE = 25_000;

export const GET = handle<Params>(async ({ context, params, query }) => {
  const page = await listReleases(context, { slug: params.workspace, query });
  if (!page.ok) return page;
  const { items, nextCursor } = page.value;
  return json({ items, nextCursor });
});

export const POST = handle<Params>(async ({ context, params, body, request }) => {
  const created = await createRelease(context, { slug: params.workspace, body });
  if (!created.ok) return created;
  const { id } = created.value.release;
  if (!isSettled(created.value.release)) await releaseWorker().ask(id);
  const patience = request.headers.get('prefer')?.includes('respond-async') ? 0 : PATIENCE;
  const release = await awaitRelease(id, { atMost: patience });
  if (release.state === 'failed') return failed(release);
  const status = release.state !== 'ready' ? 202 : created.value.outcome === 'created' ? 201 : 200;
  // As whoever asks may know it: of a part that they are blind to they get no files.
  const shown = await showRelease(context, { id });
  return shown.ok ? json(shown.value.release, status, { location: `/api/v1/releases/${id}` }) : shown;
});

/** Whoever waited for a release gets a refusal for one that could not be made, not a release without files. */
const failed = ({ id, failure }: Release) =>
  err({
    code: 'release_failed',
    message: `The release could not be made. ${failure} The same request tries again, with what was frozen and written already.`,
    releaseId: id,
  });

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');
