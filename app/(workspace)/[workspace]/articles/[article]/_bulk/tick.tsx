'use client';
import { use } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import { nameOfAnnotation } from '../_components/annotation-words';
import { PickingContext } from './picking-context';
import styles from './tick.module.css';

/** The box on a note that picks it, while several are being picked. */
export function Tick({ annotation }: { annotation: Annotation }) {
  const picking = use(PickingContext);
  if (!picking?.isOn || !picking.canTick(annotation.id)) return null;
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={picking.has(annotation.id)}
        onChange={(event) => picking.tick(annotation.id, event.target.checked)}
        aria-label={`Select ${nameOfAnnotation(annotation)}: ${wordsOf(annotation)}`}
      />
    </label>
  );
}
