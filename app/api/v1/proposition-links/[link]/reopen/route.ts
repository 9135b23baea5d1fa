import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { reopenLink } from '@/lib/usecases/reopen-link';

export const POST = handle<{ link: string }>(async ({ context, params, ifMatch }) => {
  const decided = await reopenLink(context, { id: params.link, ifMatch });
  return decided.ok ? json(decided.value, 200, { etag: `"${decided.value.version}"` }) : decided;
});

export const { OPTIONS, GET, PUT, PATCH, DELETE } = otherMethodsThan('POST');
