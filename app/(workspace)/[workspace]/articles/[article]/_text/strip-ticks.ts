import type { Annotation } from '@/lib/domain/annotation';
import { toneOfStatus } from '@/app/_marks/words';

/** An annotation of the strip, at a share of the page's height. */
export interface StripTick {
  annotation: Annotation;
  share: number;
  /** How many lie there, it included. */
  count: number;
}

/** Nearer to each other than so many pixels ticks cannot be told apart. */
const APART = 3;
const WEIGHT = { bad: 3, mixed: 2, good: 1, neutral: 0 } as const;

/**
 * The ticks of a strip that is so many pixels high: of those that would lie on top of each other the gravest, one of
 * `faint` last. `shareOf` says at which share of the page an annotation lies; null where its words are not shown.
 */
export function stripTicks(
  annotations: readonly Annotation[],
  shareOf: (annotation: Annotation) => number | null,
  height: number,
  faint: ReadonlySet<string> | null = null,
): StripTick[] {
  const weightOf = ({ id, status }: Annotation): number =>
    faint?.has(id) ? -1 : WEIGHT[toneOfStatus(status)];
  const rows = new Map<number, StripTick>();
  for (const annotation of annotations) {
    const share = shareOf(annotation);
    if (share === null) continue;
    const row = Math.floor((share * height) / APART);
    const held = rows.get(row);
    const count = (held?.count ?? 0) + 1;
    const isGraver = !held || weightOf(annotation) > weightOf(held.annotation);
    rows.set(row, isGraver ? { annotation, share, count } : { ...held, count });
  }
  return [...rows.values()];
}
