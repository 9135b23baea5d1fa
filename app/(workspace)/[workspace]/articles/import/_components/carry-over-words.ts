import type { AnchorState } from '@/lib/domain/vocabulary';

/** What a new revision did to the annotations of its article, in a sentence. */
export function wordsOfCarryOver(revision: number, anchors: Record<AnchorState, string[]>): string {
  const kept = anchors.exact.length + anchors.moved.length;
  const parts = [
    kept > 0 && `${kept} carried over`,
    anchors.changed.length > 0 && `${anchors.changed.length} to check again, because the words changed`,
    anchors.orphaned.length > 0 && `${anchors.orphaned.length} whose words are gone`,
  ].filter(Boolean);
  return `Revision ${revision} saved.${parts.length > 0 ? ` Annotations: ${parts.join('; ')}.` : ''}`;
}
