'use client';
import { lazyPart } from '@/app/_ui/lazy-part';
import type { Conflict, Resolution } from '../_browser/article-store';

const ConflictDialog = lazyPart(() => import('./conflict-dialog').then((module) => module.ConflictDialog));

/** Shows a conflict as soon as there is one; one that was put off waits on its card. */
export function Conflicts({
  conflicts,
  postponed,
  onChoose,
  onLater,
}: {
  conflicts: ReadonlyMap<string, Conflict>;
  postponed: ReadonlySet<string>;
  onChoose: (id: string, choice: Resolution) => void;
  onLater: (id: string) => void;
}) {
  const conflict = [...conflicts.values()].find(({ id }) => !postponed.has(id));
  if (!conflict) return null;
  return (
    <ConflictDialog
      key={conflict.id}
      conflict={conflict}
      onChoose={(choice) => onChoose(conflict.id, choice)}
      onLater={() => onLater(conflict.id)}
    />
  );
}
