import type { Check } from './check';

/** The check of an annotation for which nobody has arranged anything. */
export const NO_CHECK: Check = {
  priority: 'normal',
  dueOn: null,
  assignee: null,
  taken: null,
  version: 0,
  seq: 0,
};
