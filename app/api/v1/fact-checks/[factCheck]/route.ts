import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { editFactCheck } from '@/lib/usecases/edit-fact-check';
import { showFactCheck } from '@/lib/usecases/show-fact-check';

interface Params {
  factCheck: string;
}

export const GET = handle<Params>(async ({ context, params }) => {
  const shown = await showFactCheck(context, { id: params.factCheck });
  return shown.ok ? json(shown.value) : shown;
});

export const PATCH = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const edited = await editFactCheck(context, { id: params.factCheck, body, ifMatch });
  return edited.ok ? json(edited.value) : edited;
});

export const { OPTIONS, POST, PUT, DELETE } = otherMethodsThan('GET', 'PATCH');
