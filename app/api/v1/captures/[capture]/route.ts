import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showCapture } from '@/lib/usecases/show-capture';

export const GET = handle<{ capture: string }>(async ({ context, params }) => {
  const capture = await showCapture(context, { id: params.capture });
  if (!capture.ok) return capture;
  const { slug: _, ...shown } = capture.value;
  return json(shown);
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
