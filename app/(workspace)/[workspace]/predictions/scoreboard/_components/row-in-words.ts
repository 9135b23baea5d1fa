import type { Grouping, ScoreboardRow } from '@/lib/domain/scoreboard-schema';

const WITHOUT: Record<Grouping, string> = {
  source: 'Nobody named',
  outlet: 'No outlet named',
  topic: 'Without a tag',
  time: 'Without a date',
};
const MONTHS = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'];

/** What a row of the scoreboard is called: the source, the outlet, the tag, "Jan–Mar 2026". */
export function nameOfRow(by: Grouping, { label }: Pick<ScoreboardRow, 'label'>): string {
  if (label === null) return WITHOUT[by];
  const [year, quarter] = label.split('-Q');
  return by === 'time' && quarter ? `${MONTHS[Number(quarter) - 1]} ${year}` : label;
}
