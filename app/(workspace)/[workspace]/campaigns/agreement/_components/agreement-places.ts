import type { Route } from 'next';
import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import type { Kind } from '@/lib/domain/vocabulary';

/** What the page is asked for by its address. */
export interface AgreementSearch {
  campaign?: string | undefined;
  annotator?: string | undefined;
  month?: string | undefined;
  articles?: string | undefined;
}

export type Pair = Pick<Agreement['overall']['pairs'][number], 'a' | 'b' | 'kinds'> &
  Partial<Pick<Agreement['overall']['pairs'][number], 'intervals'>>;

/** What of an address the page on agreement understands; a name given twice counts once. */
export const agreementSearchFrom = (
  search: Readonly<Record<string, string | string[] | undefined>>,
): AgreementSearch => {
  const one = (name: string): string | undefined => [search[name]].flat()[0] || undefined;
  return {
    campaign: one('campaign'),
    annotator: one('annotator'),
    month: one('month'),
    articles: one('articles'),
  };
};

/** Where the very disagreements of two annotators on a kind stand: those behind one figure, among the passes compared. */
export function disagreementsHref(
  workspaceSlug: string,
  { a, b }: Pick<Pair, 'a' | 'b'>,
  kind: Kind,
  behind: {
    article?: string | undefined;
    month?: string | undefined;
    spans?: 'exact' | 'overlap';
    attribute?: string;
  },
  { campaign, month, articles }: AgreementSearch,
): Route {
  const asked = { campaign, month, articles, ...behind };
  const query = new URLSearchParams({ a: a.id, b: b.id, kind });
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return `/${workspaceSlug}/campaigns/agreement/disagreements?${query.toString()}` as Route;
}
