import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listCampaignHistory } from '@/lib/usecases/list-campaign-history';

export const GET = handle<{ campaign: string }>(async ({ context, params, query }) => {
  const page = await listCampaignHistory(context, { id: params.campaign, query });
  return page.ok ? json(page.value) : page;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
