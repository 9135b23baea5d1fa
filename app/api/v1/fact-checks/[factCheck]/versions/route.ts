import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listFactCheckVersions } from '@/lib/usecases/list-fact-check-versions';

export const GET = handle<{ factCheck: string }>(async ({ context, params }) => {
  const versions = await listFactCheckVersions(context, { id: params.factCheck });
  return versions.ok ? json({ items: versions.value, nextCursor: null }) : versions;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
