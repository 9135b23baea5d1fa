import type { Notification } from '@/lib/domain/notification';

const DID: Record<Notification['kind'], string> = {
  mention: 'mentioned you in a comment on',
  question: 'asks the editor about',
  comment: 'commented on',
  reply: 'replied to you about',
  answered: 'answered a question about',
  resolved: 'resolved a thread about',
  reopened: 'opened a thread again about',
  check_assigned: 'asks you to check',
  approval_asked: 'asks for a second pair of eyes on',
  decision_declined: 'declined your decision on',
  prediction_due: 'A prediction falls due:',
  settling_article: 'A new article may settle',
  correction_asked: 'A reader asks for a correction of',
  published_decision_changed: 'changed a published decision on',
  article_assigned: 'asks you to annotate',
  pass_adjudicated: 'decided on all marks of your pass on',
  campaign_done: 'Every article is annotated in the campaign',
};

/** What somebody did, between their name and the words it is about; where nobody did it, what happened. */
export function didInWords({ kind, annotation, article, createdAt }: Notification): string {
  if (kind === 'prediction_due' && annotation?.deadline && annotation.deadline < createdAt.slice(0, 10))
    return 'A prediction is overdue:';
  if (kind === 'article_assigned' && !article) return 'asks you to annotate articles in the campaign';
  return DID[kind];
}

/** What is told of a public page, and leads to it. */
const ABOUT_PUBLISHED: ReadonlySet<Notification['kind']> = new Set([
  'correction_asked',
  'published_decision_changed',
]);

/**
 * Where a notification leads: the annotation, with the thread shown that it is about; or its public page; the article that
 * is assigned; what became of one’s pass; or the campaign.
 */
export function hrefOf(
  slug: string,
  { kind, article, annotation, campaign, threadId }: Notification,
): string {
  if (annotation && ABOUT_PUBLISHED.has(kind)) return `/${slug}/fact-checks/of/${annotation.id}`;
  if (!article) return `/${slug}/campaigns/${campaign?.id ?? ''}`;
  const place = `/${slug}/articles/${article.id}`;
  if (kind === 'pass_adjudicated') return `${place}/pass`;
  return annotation ? `${place}${threadId ? `?thread=${threadId}` : ''}#annotation-${annotation.id}` : place;
}

/** What it is about, as it stands between quotation marks: the words marked, or the title of the article or campaign. */
export const subjectOf = ({ annotation, article, campaign }: Notification): string =>
  annotation?.exact ?? article?.title ?? campaign?.name ?? '';

/** Where that is, when the words alone do not say. */
export const placeOf = ({ annotation, article, campaign }: Notification): string | null =>
  annotation ? (article?.title ?? null) : article && campaign ? campaign.name : null;

const MOST = 90;

/** Words that begin and end with quotation marks of their own. */
const QUOTED = /^[“"„«](.*)[”"“»]$/u;

/** The words that it is about, to stand between quotation marks; shortened at a word's end. */
export function excerptInBrief(exact: string): string {
  const flat = exact.replace(/\s+/g, ' ').trim().replace(QUOTED, '$1');
  const points = [...flat];
  if (points.length <= MOST) return flat;
  const cut = points.slice(0, MOST).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST / 2))} …`;
}
