import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import type { Subset } from '@/lib/domain/subset';
import { deleteSubset } from '@/lib/usecases/delete-subset';
import { reviseSubset } from '@/lib/usecases/revise-subset';
import { showSubset } from '@/lib/usecases/show-subset';

interface Params {
  subset: string;
}

const answer = (subset: Subset): Response => json(subset, 200, { etag: `"${subset.version}"` });

export const GET = handle<Params>(async ({ context, params }) => {
  const shown = await showSubset(context, { id: params.subset });
  return shown.ok ? answer(shown.value) : shown;
});

export const PATCH = handle<Params>(async ({ context, params, body, ifMatch }) => {
  const revised = await reviseSubset(context, { id: params.subset, ifMatch, body });
  return revised.ok ? answer(revised.value) : revised;
});

export const DELETE = handle<Params>(async ({ context, params, ifMatch }) => {
  const deleted = await deleteSubset(context, { id: params.subset, ifMatch });
  return deleted.ok ? answer(deleted.value) : deleted;
});

export const { OPTIONS, POST, PUT } = otherMethodsThan('GET', 'PATCH', 'DELETE');
