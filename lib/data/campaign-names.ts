import 'server-only';
import type { CampaignNames } from '@/lib/domain/campaign-history';
import type { Database } from './database';

/** What the ids in a campaign's history stand for; of the articles also which of them the reader annotates blind. */
export async function findCampaignNames(
  db: Database,
  {
    people,
    articles,
    guidelines,
    userId,
  }: {
    people: readonly string[];
    articles: readonly string[];
    guidelines: readonly string[];
    userId: string;
  },
): Promise<CampaignNames> {
  const [named, titled, numbered] = await Promise.all([
    db.$queryRaw<{ id: string; name: string }[]>`
      SELECT id, name FROM app_user WHERE id = ANY(${people}::uuid[])`,
    db.$queryRaw<{ id: string; title: string; isBlind: boolean }[]>`
      SELECT t.id, t.title, EXISTS (SELECT 1 FROM pass own WHERE own.article_id = t.id
        AND own.annotator_id = ${userId}::uuid AND own.state = 'open') AS "isBlind"
      FROM article t WHERE t.id = ANY(${articles}::uuid[])`,
    db.$queryRaw<{ id: string; number: number }[]>`
      SELECT id, number FROM guideline WHERE id = ANY(${guidelines}::uuid[])`,
  ]);
  return {
    people: new Map(named.map(({ id, name }) => [id, name])),
    articles: new Map(titled.map(({ id, title }) => [id, title])),
    guidelines: new Map(numbered.map(({ id, number }) => [id, number])),
    blind: new Set(titled.filter(({ isBlind }) => isBlind).map(({ id }) => id)),
  };
}
