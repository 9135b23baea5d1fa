'use client';
import { useContext } from 'react';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { classNames } from '@/app/_ui/class-names';
import { AnnotationPlacesContext } from './annotation-places';
import type { BlockMark } from './block-marks';
import styles from './text-block.module.css';

/** The button at an annotation's first character. It takes no room in the line and shows when focused or lit. */
export function Marker({ mark, isOpen, isLit }: { mark: BlockMark; isOpen: boolean; isLit: boolean }) {
  const { placeOf, total } = useContext(AnnotationPlacesContext);
  return (
    <button
      type="button"
      className={classNames(styles.marker, isLit && styles.lit)}
      data-chrome=""
      data-marker={mark.id}
      aria-expanded={isOpen}
      aria-label={`${mark.name}. Open annotation ${placeOf.get(mark.id) ?? '?'} of ${total}`}
    >
      <StatusGlyph status={mark.status} glyphOnly />
    </button>
  );
}
