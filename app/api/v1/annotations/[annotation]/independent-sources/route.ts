import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { countIndependentSources } from '@/lib/usecases/count-independent-sources';

export const POST = handle<{ annotation: string }>(async ({ context, params, body }) => {
  const counted = await countIndependentSources(context, { id: params.annotation, body });
  return counted.ok ? json(counted.value) : counted;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
