import { z } from 'zod';
import { assignmentSchema, campaignSchema, personSchema } from './campaign';
import { uuidSchema } from './ids';
import { ASSIGNMENT_RELEASES, type WorkspaceEventType } from './vocabulary';

/** What happens to a campaign and to the places on its articles. */
export const CAMPAIGN_EVENT_TYPES = [
  'campaign_made',
  'campaign_changed',
  'campaign_closed',
  'campaign_reopened',
  'articles_assigned',
  'assigning_undone',
  'article_taken',
  'assignment_released',
  'assignment_restored',
  'places_expired',
] as const satisfies readonly WorkspaceEventType[];
export type CampaignEventType = (typeof CAMPAIGN_EVENT_TYPES)[number];

/** So many of several articles are named; of all there is the number. */
const MOST_NAMED = 3;

const someArticlesSchema = z.object({
  count: z.int(),
  first: z
    .array(z.object({ id: uuidSchema, title: z.string() }))
    .describe(`The first ${MOST_NAMED} of them that are still there.`),
});
export type SomeArticles = z.output<typeof someArticlesSchema>;

const contentSchema = campaignSchema
  .pick({
    name: true,
    note: true,
    kinds: true,
    dueOn: true,
    annotatorsPerArticle: true,
    mode: true,
    holdHours: true,
  })
  .extend({
    guideline: z.int().nullable().describe('The number of its version. Null: the one in force.'),
    annotators: z.array(personSchema),
    articles: z.int(),
  });
export type CampaignContent = z.output<typeof contentSchema>;

/** One entry in the history of a campaign. */
export const campaignEventSchema = z.object({
  id: z.int(),
  type: z.enum(CAMPAIGN_EVENT_TYPES),
  actor: personSchema.nullable().describe('Null where the app did it by itself.'),
  createdAt: z.iso.datetime(),
  before: contentSchema.nullable().describe('Of changes: what the campaign was.'),
  after: contentSchema.nullable().describe('Of the making and of changes: what it is then.'),
  added: someArticlesSchema,
  removed: someArticlesSchema,
  places: z
    .array(z.object({ annotator: personSchema, articles: someArticlesSchema }))
    .describe('Who was given, took or lost which articles.'),
  release: z.enum(ASSIGNMENT_RELEASES).nullable(),
  reason: z.string().nullable().describe('Null also for whoever annotates the article blind.'),
});
export type CampaignEvent = z.output<typeof campaignEventSchema>;

/** An entry as it is stored: with ids alone. */
export interface StoredCampaignEvent {
  id: number;
  type: CampaignEventType;
  actor: { id: string; name: string } | null;
  createdAt: string;
  before: unknown;
  after: unknown;
}

/** What ids stand for. `blind` are the articles that the reader annotates blind. */
export interface CampaignNames {
  people: ReadonlyMap<string, string>;
  articles: ReadonlyMap<string, string>;
  guidelines: ReadonlyMap<string, number>;
  blind: ReadonlySet<string>;
}

const storedContentSchema = contentSchema.omit({ guideline: true, annotators: true, articles: true }).extend({
  guidelineId: uuidSchema.nullish(),
  guidelineVersion: z.int().nullish(),
  articleIds: z.array(uuidSchema),
  annotatorIds: z.array(uuidSchema),
});
const storedReleaseSchema = z.object({
  release: z.enum(ASSIGNMENT_RELEASES),
  reason: z.string().nullish(),
});

const contentOf = (stored: unknown) => storedContentSchema.safeParse(stored).data ?? null;
const releaseOf = (stored: unknown) => storedReleaseSchema.safeParse(stored).data ?? null;
const placesOf = (stored: unknown) =>
  z.object({ assignments: z.array(assignmentSchema) }).safeParse(stored).data?.assignments ??
  assignmentSchema.array().safeParse([stored]).data ??
  [];

interface Parts {
  before: z.output<typeof storedContentSchema> | null;
  after: z.output<typeof storedContentSchema> | null;
  places: z.output<typeof assignmentSchema>[];
  release: z.output<typeof storedReleaseSchema> | null;
}

function partsOf({ before, after }: StoredCampaignEvent): Parts {
  return {
    before: contentOf(before),
    after: contentOf(after),
    places: [...placesOf(before), ...placesOf(after)],
    release: releaseOf(after) ?? releaseOf(before),
  };
}

/** The ids for which names are needed to show these entries. */
export function idsInCampaignEvents(events: readonly StoredCampaignEvent[]): {
  people: string[];
  articles: string[];
  guidelines: string[];
} {
  const found = { people: new Set<string>(), articles: new Set<string>(), guidelines: new Set<string>() };
  for (const event of events) {
    const { before, after, places } = partsOf(event);
    for (const content of [before, after]) {
      content?.annotatorIds.forEach((id) => found.people.add(id));
      if (content?.guidelineId) found.guidelines.add(content.guidelineId);
    }
    const { added, removed } = articleChanges(before, after);
    for (const id of [...added, ...removed, ...places.map(({ articleId }) => articleId)])
      found.articles.add(id);
    places.forEach(({ annotatorId }) => found.people.add(annotatorId));
  }
  return {
    people: [...found.people],
    articles: [...found.articles],
    guidelines: [...found.guidelines],
  };
}

/** An entry with names for ids. Somebody whose name is not known is left nameless, never left out. */
export function campaignEventFrom(event: StoredCampaignEvent, names: CampaignNames): CampaignEvent {
  const { before, after, places, release } = partsOf(event);
  const { added, removed } = articleChanges(before, after);
  const person = (id: string) => ({ id, name: names.people.get(id) ?? '' });
  const content = (stored: Parts['before']): CampaignContent | null => {
    if (!stored) return null;
    const { guidelineId, guidelineVersion, articleIds, annotatorIds, ...fields } = stored;
    return {
      ...fields,
      guideline: guidelineVersion ?? names.guidelines.get(guidelineId ?? '') ?? null,
      annotators: annotatorIds.map(person),
      articles: articleIds.length,
    };
  };
  const some = (ids: readonly string[]): SomeArticles => ({
    count: ids.length,
    first: ids
      .flatMap((id) => (names.articles.has(id) ? { id, title: names.articles.get(id)! } : []))
      .slice(0, MOST_NAMED),
  });
  const articlesOf = new Map<string, string[]>();
  for (const { annotatorId, articleId } of places)
    articlesOf.set(annotatorId, [...(articlesOf.get(annotatorId) ?? []), articleId]);
  const { id, type, actor, createdAt } = event;
  return {
    ...{ id, type, actor, createdAt },
    before: content(before),
    after: content(after),
    added: some(added),
    removed: some(removed),
    places: [...articlesOf].map(([annotatorId, ids]) => ({
      annotator: person(annotatorId),
      articles: some(ids),
    })),
    release: release?.release ?? null,
    // Why somebody gave an article back may say what is in it. Its undoing has no reason of its own.
    reason:
      type === 'assignment_restored' || places.some(({ articleId }) => names.blind.has(articleId))
        ? null
        : (release?.reason ?? null),
  };
}

/** Which articles came into a campaign and left it; of its making there is nothing to compare. */
function articleChanges(before: Parts['before'], after: Parts['after']) {
  if (!before || !after) return { added: [], removed: [] };
  const [was, is] = [new Set(before.articleIds), new Set(after.articleIds)];
  return {
    added: after.articleIds.filter((id) => !was.has(id)),
    removed: before.articleIds.filter((id) => !is.has(id)),
  };
}
