import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listNotifications } from '@/lib/usecases/list-notifications';

export const GET = handle<{ workspace: string }>(async ({ context, params, query }) => {
  const notifications = await listNotifications(context, { slug: params.workspace, query });
  return notifications.ok ? json(notifications.value) : notifications;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
