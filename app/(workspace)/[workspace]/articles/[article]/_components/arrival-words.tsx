'use client';
import { wordOfKind } from '@/app/_marks/words';
import { wordOfEvent } from '@/app/_marks/event-words';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Snapshot } from '../_browser/article-store';

/** The last thing that somebody else did, for those who do not see it appear. */
export function ArrivalWords({
  arrived,
  find,
}: {
  arrived: Snapshot['arrived'];
  find: (id: string) => Annotation | undefined;
}) {
  const annotation = arrived ? find(arrived.annotationId) : undefined;
  return (
    <p className="visually-hidden" role="status">
      {arrived && annotation
        ? `${wordOfKind(annotation.kind)} “${wordsOf(annotation)}”: ${arrived.actorName} ${wordOfEvent(arrived.type)}.`
        : ''}
    </p>
  );
}
