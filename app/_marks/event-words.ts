import type { EventType } from '@/lib/domain/vocabulary';

/** Fits after a name: "Mara Lind *marked it*". */
const EVENT_WORDS: Record<EventType, string> = {
  annotation_created: 'marked it',
  annotation_revised: 'changed it',
  annotation_deleted: 'deleted it',
  annotation_restored: 'restored it',
  annotation_reanchored: 'brought it to a new revision',
  verification_recorded: 'recorded a verdict',
  comment_added: 'wrote a comment',
  comment_changed: 'changed a comment',
  comment_deleted: 'deleted a comment',
  comment_restored: 'restored a comment',
  thread_resolved: 'resolved a thread',
  thread_reopened: 'opened a thread again',
  decision_approved: 'approved the decision',
  decision_declined: 'declined the decision',
  check_changed: 'changed who checks it, and when',
  reply_logged: 'noted a right of reply',
  condition_decided: 'decided on its condition',
  criteria_locked: 'locked the criteria',
  criteria_unlocked: 'unlocked the criteria',
};
export const wordOfEvent = (type: EventType): string => EVENT_WORDS[type];
