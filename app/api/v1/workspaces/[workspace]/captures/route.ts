import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { captureEvidence } from '@/lib/usecases/capture-evidence';

export const POST = handle<{ workspace: string }>(async ({ context, params, body }) => {
  const captured = await captureEvidence(context, { slug: params.workspace, body });
  if (!captured.ok) return captured;
  return json(captured.value.capture, captured.value.outcome === 'recorded' ? 201 : 200);
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
