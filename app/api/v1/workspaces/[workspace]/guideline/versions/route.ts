import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listGuidelineVersions } from '@/lib/usecases/list-guideline-versions';

interface Params {
  workspace: string;
}

export const GET = handle<Params>(async ({ context, params, query }) => {
  const versions = await listGuidelineVersions(context, { slug: params.workspace, query });
  return versions.ok ? json(versions.value) : versions;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
