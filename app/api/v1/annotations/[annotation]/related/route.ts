import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listRelated } from '@/lib/usecases/list-related';

export const GET = handle<{ annotation: string }>(async ({ context, params, query }) => {
  const related = await listRelated(context, { id: params.annotation, query });
  return related.ok ? json(related.value) : related;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
