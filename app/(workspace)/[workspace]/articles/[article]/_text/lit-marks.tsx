'use client';
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import type { Annotation } from '@/lib/domain/annotation';
import { linesOver, marksOf } from './marks-in-text';

interface LitMarksProps {
  textRef: RefObject<HTMLElement | null>;
  /** All that stand in the text. */
  annotations: readonly Annotation[];
  openId: string | null;
  hoverId: string | null;
  /** Changes when lines of the text were rendered anew. */
  rendered: unknown;
}

/**
 * Lights what is open and what is under the pointer, in the text as it stands: no line is rendered anew for it. The
 * markers of those, and the one with the focus, show their status.
 */
export function LitMarks({ textRef, annotations, openId, hoverId, rendered }: LitMarksProps) {
  const focusId = useFocusedMarker(textRef);
  const [markers, setMarkers] = useState<readonly LitMarker[]>([]);
  useLayoutEffect(() => {
    const text = textRef.current;
    if (!text) return;
    // The one that is open lies over the one under the pointer.
    const lit = [focusId, hoverId, openId].flatMap(
      (id, i, ids) => (id && ids.lastIndexOf(id) === i && annotations.find((each) => each.id === id)) || [],
    );
    const shown = lit.flatMap((annotation) => {
      const isOpen = annotation.id === openId;
      return litMarker(text, annotation, isOpen, isOpen || annotation.id === hoverId) ?? [];
    });
    setMarkers(shown);
    return () => {
      for (const { element, marks } of shown) {
        element.removeAttribute('data-lit');
        element.setAttribute('aria-expanded', 'false');
        for (const mark of marks) mark.removeAttribute('data-lit');
      }
    };
  }, [textRef, annotations, openId, hoverId, focusId, rendered]);
  return markers.map(({ element, annotation }) =>
    createPortal(<StatusGlyph status={annotation.status} glyphOnly />, element, annotation.id),
  );
}

interface LitMarker {
  annotation: Annotation;
  element: HTMLElement;
  marks: readonly HTMLElement[];
}

function litMarker(
  text: HTMLElement,
  annotation: Annotation,
  isOpen: boolean,
  isLit: boolean,
): LitMarker | null {
  const { kind, spans } = annotation;
  const element = markerOf(text, annotation);
  if (!element) return null;
  const marks = isLit ? marksOf(text, spans) : [];
  for (const mark of marks) mark.dataset.lit = kind;
  if (isLit) element.dataset.lit = '';
  element.setAttribute('aria-expanded', String(isOpen));
  return { annotation, element, marks };
}

/** The marker stands before the first words. */
const markerOf = (text: HTMLElement, { id, spans }: Annotation): HTMLElement | null =>
  linesOver(text, spans.slice(0, 1))[0]?.querySelector<HTMLElement>(`[data-marker="${id}"]`) ?? null;

/** The annotation whose marker has the focus. */
function useFocusedMarker(textRef: RefObject<HTMLElement | null>): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    const text = textRef.current;
    if (!text) return;
    const look = () => {
      const focused = document.activeElement;
      setId((text.contains(focused) && focused?.getAttribute('data-marker')) || null);
    };
    const onOut = ({ relatedTarget }: FocusEvent) => relatedTarget === null && setId(null);
    text.addEventListener('focusin', look);
    text.addEventListener('focusout', onOut);
    document.addEventListener('focusin', look);
    return () => {
      text.removeEventListener('focusin', look);
      text.removeEventListener('focusout', onOut);
      document.removeEventListener('focusin', look);
    };
  }, [textRef]);
  return id;
}
