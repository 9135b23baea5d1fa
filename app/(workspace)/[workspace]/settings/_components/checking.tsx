import type { CheckingRules } from '@/lib/domain/checking-rules';
import type { Context } from '@/lib/usecases/context';
import { showCheckingRules } from '@/lib/usecases/show-checking-rules';
import { CheckingForm } from './checking-form';

/** What the workspace asks of those who check; owners can change it. */
export async function Checking({
  context,
  slug,
  canEdit,
}: {
  context: Context;
  slug: string;
  canEdit: boolean;
}) {
  const rules = await showCheckingRules(context, { slug });
  if (!rules.ok) return null;
  return (
    <section className="section stack" id="checking">
      <h2>Checking</h2>
      <p className="soft">
        {canEdit
          ? 'What is asked of those who check, from now on: decisions that were made before stay as they are.'
          : rulesInWords(rules.value)}
      </p>
      {canEdit && <CheckingForm key={JSON.stringify(rules.value)} slug={slug} rules={rules.value} />}
    </section>
  );
}

function rulesInWords({ needsApproval, independentSources, secondResolver }: CheckingRules): string {
  const approval = needsApproval
    ? 'A decision counts once another editor has approved it.'
    : 'A decision counts as soon as an editor has recorded it.';
  const sources =
    independentSources > 1
      ? `“Supported” and “refuted” need ${independentSources} independent sources.`
      : 'One piece of evidence will do.';
  const resolver = secondResolver
    ? 'A prediction is resolved by two people who do not see each other’s answer.'
    : 'A prediction is resolved by one editor.';
  return `${approval} ${sources} ${resolver} An owner can change this.`;
}
