'use client';
import { createContext, useCallback, useMemo, useState } from 'react';
import { asUser } from '@/app/_forms/ask-api';
import type { Annotation } from '@/lib/domain/annotation';
import { READ_EVENT } from './read-event';

/** How far the reader has read what is said about the annotations of the article. */
export interface Discussions {
  person: { id: string; name: string };
  /** By annotation, the number of the newest comment that was seen. */
  marks: ReadonlyMap<string, number>;
  /** Keeps here and on the server that the comments up to this number were seen. */
  markRead: (annotationId: string, seq: number) => void;
}

export const DiscussionsContext = createContext<Discussions>({
  person: { id: '', name: '' },
  marks: new Map(),
  markRead: () => {},
});

export function useDiscussions(
  person: Discussions['person'],
  stored: Readonly<Record<string, number>>,
): Discussions {
  const [marks, setMarks] = useState<ReadonlyMap<string, number>>(() => new Map(Object.entries(stored)));
  const { id: userId, name } = person;
  const markRead = useCallback(
    (annotationId: string, seq: number) => {
      setMarks((was) => ((was.get(annotationId) ?? 0) >= seq ? was : new Map(was).set(annotationId, seq)));
      void fetch(`/api/v1/annotations/${annotationId}/read`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...asUser(userId) },
        body: JSON.stringify({ seq }),
        keepalive: true,
      })
        .then((response) => response.ok && dispatchEvent(new Event(READ_EVENT)))
        // A mark that does not arrive is set again when the note is opened the next time.
        .catch(() => null);
    },
    [userId],
  );
  return useMemo(() => ({ person: { id: userId, name }, marks, markRead }), [userId, name, marks, markRead]);
}

/** Whether somebody said something about it that the reader has not seen. */
export const isUnread = ({ id, discussion }: Annotation, marks: Discussions['marks']): boolean =>
  discussion.lastCommentSeq > (marks.get(id) ?? 0);
