import type { Context } from '@/lib/usecases/context';
import { listSettling } from '@/lib/usecases/list-settling';
import { SettlingProposals } from './settling-proposals';

/** So many are shown at once; the others follow when these are used or dismissed. */
const AT_ONCE = '5';

/** What may settle the workspace's open predictions, read and shown; nothing where there is nothing. */
export async function OpenSettling({
  context,
  slug,
  mayDecide,
}: {
  context: Context;
  slug: string;
  mayDecide: boolean;
}) {
  const open = await listSettling(context, { slug, query: { limit: AT_ONCE } });
  if (!open.ok) return null;
  return <SettlingProposals slug={slug} proposals={open.value.items} mayDecide={mayDecide} />;
}
