import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listLikelihoodScales } from '@/lib/usecases/list-likelihood-scales';
import { saveLikelihoodScale } from '@/lib/usecases/save-likelihood-scale';

export const GET = handle<{ workspace: string }>(async ({ context, params }) => {
  const scales = await listLikelihoodScales(context, { slug: params.workspace });
  return scales.ok ? json(scales.value) : scales;
});

export const POST = handle<{ workspace: string }>(async ({ context, params, body }) => {
  const scale = await saveLikelihoodScale(context, { slug: params.workspace, body });
  return scale.ok ? json(scale.value, 201) : scale;
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');
