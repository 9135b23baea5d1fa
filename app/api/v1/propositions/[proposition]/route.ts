import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import type { Proposition } from '@/lib/domain/proposition';
import { deleteProposition } from '@/lib/usecases/delete-proposition';
import { reviseProposition } from '@/lib/usecases/revise-proposition';
import { showProposition } from '@/lib/usecases/show-proposition';

interface Params {
  proposition: string;
}

const answer = (proposition: Proposition): Response =>
  json(proposition, 200, { etag: `"${proposition.version}"` });

export const GET = handle<Params>(async ({ context, params }) => {
  const shown = await showProposition(context, { id: params.proposition });
  return shown.ok ? answer(shown.value) : shown;
});

export const PATCH = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const revised = await reviseProposition(context, { id: params.proposition, ifMatch, body });
  return revised.ok ? answer(revised.value) : revised;
});

export const DELETE = handle<Params>(async ({ context, params, ifMatch }) => {
  const deleted = await deleteProposition(context, { id: params.proposition, ifMatch });
  return deleted.ok ? answer(deleted.value) : deleted;
});

export const { OPTIONS, POST, PUT } = otherMethodsThan('GET', 'PATCH', 'DELETE');
