import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { listCampaignArticles } from '@/lib/usecases/list-campaign-articles';

export const GET = handle<{ campaign: string }>(async ({ context, params, query }) => {
  const page = await listCampaignArticles(context, { id: params.campaign, query });
  return page.ok ? json(page.value) : page;
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
