'use client';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { initialsOf } from '@/app/_ui/avatar';
import { usePeople } from '@/app/_live/use-people';
import type { Annotation } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { clearHighlight, paintSpans } from '../_browser/custom-highlight';
import type { Block } from './blocks';
import styles from './others-places.module.css';
import { type OtherReading, othersReading } from './others-reading';
import { useToldPlace } from './use-told-place';

const MOST_SHOWN = 3;

/**
 * Where the others read, as their initials at the text's edge, and what they have selected. A sign for the eye alone,
 * out of the text's flow: the list of who is here says the same in words.
 */
export function OthersPlaces({
  userId,
  articleId,
  revisionId,
  blocks,
  index,
  textRef,
  selected,
  annotations,
}: {
  userId: string;
  articleId: string;
  revisionId: string;
  blocks: readonly Block[];
  index: TextIndex;
  textRef: RefObject<HTMLElement | null>;
  /** What this person has selected. */
  selected: readonly Span[];
  /** Changes when the text is rendered anew. */
  annotations: readonly Annotation[];
}) {
  const people = usePeople(userId, articleId);
  const others = people
    .map(({ id }) => id)
    .sort()
    .join();
  useToldPlace({ userId, articleId, revisionId, blocks, textRef, selected, others });
  const readings = useMemo(
    () => othersReading(people, userId, revisionId, blocks),
    [people, userId, revisionId, blocks],
  );
  const byBlock = useMemo(() => readingsByBlock(readings), [readings]);
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const spans = readings.flatMap(({ selection }) => selection ?? []);
    if (spans.length === 0 || !textRef.current) return;
    paintSpans('touchstone-others', textRef.current, index, spans);
    return () => clearHighlight('touchstone-others');
  }, [readings, textRef, index, annotations]);

  useLayoutEffect(() => placeMarkers(layer.current, textRef.current), [byBlock, textRef]);
  useEffect(() => {
    if (!textRef.current) return;
    const observer = new ResizeObserver(() => placeMarkers(layer.current, textRef.current));
    observer.observe(textRef.current);
    return () => observer.disconnect();
  }, [textRef]);

  return (
    <div ref={layer} className={styles.layer} aria-hidden="true" data-chrome="">
      {[...byBlock].map(([start, there]) => (
        <ul key={start} className={styles.place} data-place={start}>
          {there.slice(0, MOST_SHOWN).map(({ person }) => (
            <li key={person.id} className={styles.marker} title={person.name}>
              {[...initialsOf(person.name)].map((letter, i) => (
                <span key={i}>{letter}</span>
              ))}
            </li>
          ))}
          {there.length > MOST_SHOWN && <li className={styles.marker}>+{there.length - MOST_SHOWN}</li>}
        </ul>
      ))}
    </div>
  );
}

function readingsByBlock(readings: readonly OtherReading[]): Map<number, OtherReading[]> {
  const byBlock = new Map<number, OtherReading[]>();
  for (const reading of readings) {
    const { start } = reading.block;
    byBlock.set(start, [...(byBlock.get(start) ?? []), reading]);
  }
  return byBlock;
}

/** At the height of each paragraph's first line; what is not shown has no place. */
function placeMarkers(layer: HTMLElement | null, text: HTMLElement | null): void {
  if (!layer || !text) return;
  const { top } = layer.getBoundingClientRect();
  for (const place of layer.querySelectorAll<HTMLElement>('[data-place]')) {
    const line = text.querySelector(`[data-start="${place.dataset.place}"]`)?.getClientRects()[0];
    place.hidden = !line;
    if (line) place.style.insetBlockStart = `${Math.round((line.top + line.bottom) / 2 - top)}px`;
  }
}
