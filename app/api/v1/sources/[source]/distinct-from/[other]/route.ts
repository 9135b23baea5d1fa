import { handle } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { distinguishSource } from '@/lib/usecases/distinguish-source';

interface Params {
  source: string;
  other: string;
}

const said = (isDistinct: boolean) =>
  handle<Params>(async ({ context, params }) => {
    const told = await distinguishSource(context, { id: params.source, otherId: params.other, isDistinct });
    return told.ok ? new Response(null, { status: 204 }) : told;
  });

export const PUT = said(true);
export const DELETE = said(false);

export const { OPTIONS, GET, POST, PATCH } = otherMethodsThan('PUT', 'DELETE');
