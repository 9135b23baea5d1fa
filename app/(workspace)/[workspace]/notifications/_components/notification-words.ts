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
};

/** What somebody did, between their name and the words it is about; where nobody did it, what happened. */
export const didInWords = ({ kind, annotation, createdAt }: Notification): string =>
  kind === 'prediction_due' && annotation.deadline && annotation.deadline < createdAt.slice(0, 10)
    ? 'A prediction is overdue:'
    : DID[kind];

/** What is told of a public page, and leads to it. */
const ABOUT_PUBLISHED: ReadonlySet<Notification['kind']> = new Set([
  'correction_asked',
  'published_decision_changed',
]);

/** Where a notification leads: the annotation, with the thread shown that it is about; or its public page. */
export const hrefOf = (slug: string, { kind, article, annotation, threadId }: Notification): string =>
  ABOUT_PUBLISHED.has(kind)
    ? `/${slug}/fact-checks/of/${annotation.id}`
    : `/${slug}/articles/${article.id}${threadId ? `?thread=${threadId}` : ''}#annotation-${annotation.id}`;

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
