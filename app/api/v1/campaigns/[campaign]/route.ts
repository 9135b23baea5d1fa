import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { changeCampaign } from '@/lib/usecases/change-campaign';
import { showCampaign } from '@/lib/usecases/show-campaign';

export const GET = handle<{ campaign: string }>(async ({ context, params }) => {
  const campaign = await showCampaign(context, { id: params.campaign });
  return campaign.ok ? json(campaign.value) : campaign;
});

export const PATCH = handle<{ campaign: string }>(async ({ context, params, body, ifMatch }) => {
  const campaign = await changeCampaign(context, { id: params.campaign, body, ifMatch });
  return campaign.ok ? json(campaign.value) : campaign;
});

export const { OPTIONS, POST, PUT, DELETE } = otherMethodsThan('GET', 'PATCH');
