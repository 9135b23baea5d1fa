import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { changeSource } from '@/lib/usecases/change-source';
import { showSource } from '@/lib/usecases/show-source';

interface Params {
  source: string;
}

export const GET = handle<Params>(async ({ context, params }) => {
  const shown = await showSource(context, { id: params.source });
  return shown.ok ? json(shown.value.source) : shown;
});

export const PATCH = handle<Params>(async ({ context, params, ifMatch, body }) => {
  const changed = await changeSource(context, { id: params.source, ifMatch, body });
  return changed.ok ? json(changed.value) : changed;
});

export const { OPTIONS, POST, PUT, DELETE } = otherMethodsThan('GET', 'PATCH');
