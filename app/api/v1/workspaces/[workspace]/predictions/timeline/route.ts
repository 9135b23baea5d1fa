import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { showDueTimeline } from '@/lib/usecases/show-due-timeline';

export const GET = handle<{ workspace: string }>(async ({ context, params, query }) => {
  const timeline = await showDueTimeline(context, { slug: params.workspace, query });
  return timeline.ok ? json(timeline.value) : timeline;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
