import type { Discussion } from '@/lib/domain/discussion';

/** What stands on the card: "Question for the editor · 3 comments, new". */
export function discussionInWords({ comments, question }: Discussion, isNew: boolean): string {
  const count = comments === 1 ? '1 comment' : `${comments} comments`;
  return `${question === 'open' ? 'Question for the editor · ' : ''}${count}${isNew ? ', new' : ''}`;
}
