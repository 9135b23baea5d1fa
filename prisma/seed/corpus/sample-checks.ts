import type { PatchCheck } from '@/lib/domain/check';
import type { Day } from './sample-article';
import type { SamplePerson } from './sample-people';

/** What an editor of the demo has arranged for the check of an annotation. */
export interface SampleCheck {
  /** The key of the annotation. */
  about: string;
  by: SamplePerson['key'];
  on: Day;
  arranged: Omit<PatchCheck, 'assigneeId'>;
  /** Whose it is; null for nobody's yet. */
  assignee: SamplePerson['key'] | null;
}

/** One that presses and is the owner's, one that is late, one that nobody has taken on, and one that can wait. */
export const SAMPLE_CHECKS: readonly SampleCheck[] = [
  {
    about: 'letter-not-published',
    by: 'owner',
    on: '2026-10-21',
    arranged: { priority: 'urgent', dueOn: '2026-12-01' },
    assignee: 'owner',
  },
  {
    about: 'cross-on-a-weekday',
    by: 'maya',
    on: '2026-10-21',
    arranged: { priority: 'normal', dueOn: '2026-11-02' },
    assignee: 'maya',
  },
  {
    about: 'order-form',
    by: 'owner',
    on: '2026-10-22',
    arranged: { priority: 'high' },
    assignee: null,
  },
  {
    about: 'back-in-the-drawer',
    by: 'owner',
    on: '2026-10-22',
    arranged: { priority: 'low' },
    assignee: null,
  },
];
