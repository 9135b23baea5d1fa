import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { changeGuideline } from '@/lib/usecases/change-guideline';
import { showGuideline } from '@/lib/usecases/show-guideline';

interface Params {
  workspace: string;
}

export const GET = handle<Params>(async ({ context, params, query }) => {
  const guideline = await showGuideline(context, { slug: params.workspace, query });
  return guideline.ok ? json(guideline.value) : guideline;
});

export const POST = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const changed = await changeGuideline(context, { slug: params.workspace, body, ifMatch });
  return changed.ok ? json(changed.value.guideline, changed.value.isNew ? 201 : 200) : changed;
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');
