import type { Command } from '../_palette/command';

/** Asked of the reading room, which does not know it before its part is loaded. */
export const GUIDELINE_COMMAND = {
  id: 'guideline',
  words: 'Read the guideline beside the text',
  also: 'rules instructions help what to mark how',
  keys: ['G'],
} as const satisfies Command;
