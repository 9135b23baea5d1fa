import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { changeCheckingRules } from '@/lib/usecases/change-checking-rules';
import { showCheckingRules } from '@/lib/usecases/show-checking-rules';

interface Params {
  workspace: string;
}

export const GET = handle<Params>(async ({ context, params }) => {
  const rules = await showCheckingRules(context, { slug: params.workspace });
  return rules.ok ? json(rules.value) : rules;
});

export const PATCH = handle<Params>(async ({ context, params, body }) => {
  const rules = await changeCheckingRules(context, { slug: params.workspace, body });
  return rules.ok ? json(rules.value) : rules;
});

export const { OPTIONS, POST, PUT, DELETE } = otherMethodsThan('GET', 'PATCH');
