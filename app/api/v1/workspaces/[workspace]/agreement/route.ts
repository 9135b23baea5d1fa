import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showAgreement } from '@/lib/usecases/show-agreement';

export const GET = handle<{ workspace: string }>(async ({ context, params, query }) => {
  const agreement = await showAgreement(context, { slug: params.workspace, query });
  return agreement.ok ? json(agreement.value) : agreement;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
