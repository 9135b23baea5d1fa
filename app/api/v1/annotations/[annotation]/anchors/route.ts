import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listAnchors } from '@/lib/usecases/list-anchors';

export const GET = handle<{ annotation: string }>(async ({ context, params }) => {
  const anchors = await listAnchors(context, { id: params.annotation });
  return anchors.ok ? json({ items: anchors.value, nextCursor: null }) : anchors;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
