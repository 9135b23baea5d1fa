import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { createCampaign } from '@/lib/usecases/create-campaign';
import { listCampaigns } from '@/lib/usecases/list-campaigns';

export const GET = handle<{ workspace: string }>(async ({ context, params, query }) => {
  const page = await listCampaigns(context, { slug: params.workspace, query });
  return page.ok ? json(page.value) : page;
});

export const POST = handle<{ workspace: string }>(async ({ context, params, body }) => {
  const made = await createCampaign(context, { slug: params.workspace, body });
  return made.ok ? json(made.value.campaign, made.value.outcome === 'created' ? 201 : 200) : made;
});

export const { OPTIONS, PUT, PATCH, DELETE } = otherMethodsThan('GET', 'POST');
