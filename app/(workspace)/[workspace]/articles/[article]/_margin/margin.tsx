'use client';
import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import type { Annotation } from '@/lib/domain/annotation';
import { AnnotationCard, type CardProps } from './annotation-card';
import { type Block, blockAt } from '../_text/blocks';
import { ALL_RENDERED } from './margin-window';
import styles from './margin.module.css';
import type { RoomActions } from '../_components/room-actions';
import { StackCard } from './stack-card';
import { anchorOf, type MarginItem, marginItemsOf } from './stacks';
import { useCardLayout } from './use-card-layout';

interface MarginProps {
  annotations: readonly Annotation[];
  blocks: readonly Block[];
  /** Whether the filter asks for it. */
  fits: (annotation: Annotation) => boolean;
  openId: string | null;
  hoverId: string | null;
  textRef: RefObject<HTMLElement | null>;
  actions: RoomActions;
  /** What the cards need beside what the margin knows. */
  cardProps: (annotation: Annotation) => Omit<CardProps, 'annotation' | 'isOpen' | 'isLit' | 'actions'>;
  /** How the list is filtered. */
  head: ReactNode;
  children: ReactNode;
}

/**
 * The right margin: how the list is filtered, and the notes beside the words they belong to. Of many, those near the
 * window are rendered, and the open one and the one with the focus wherever they are.
 */
export function Margin(props: MarginProps) {
  const { annotations, blocks, fits, openId, hoverId, textRef, actions, cardProps, head, children } = props;
  const listRef = useRef<HTMLOListElement>(null);
  const listed = useMemo(
    () => annotations.filter((annotation) => fits(annotation) || annotation.id === openId),
    [annotations, fits, openId],
  );
  const items = useMemo(
    () => marginItemsOf(listed, (annotation) => placeOf(annotation, blocks), openId),
    [listed, blocks, openId],
  );
  const { near, showMore } = useCardLayout(listRef, textRef, openId, items);
  const [focusedId, setFocused] = useState<string | null>(null);
  const isWhole = items.length <= ALL_RENDERED;
  const isRendered = (item: MarginItem<Annotation>, i: number): boolean => {
    const { id } = anchorOf(item);
    return isWhole || (near.from <= i && i < near.to) || id === openId || id === focusedId;
  };
  return (
    <section className={styles.margin} id="annotations" aria-label="Annotations" tabIndex={-1}>
      {head}
      {listed.length > 0 && (
        <ol
          ref={listRef}
          className={styles.cards}
          data-placed="false"
          onFocus={({ target }) =>
            setFocused(target.closest<HTMLElement>('[data-anchor]')?.dataset.anchor ?? null)
          }
          onBlur={() => setFocused(null)}
        >
          {items.map((item, i) =>
            isRendered(item, i) ? (
              <li
                key={item.type === 'stack' ? item.key : item.item.id}
                data-anchor={anchorOf(item).id}
                className={anchorOf(item).id === openId ? styles.openItem : undefined}
                {...(!isWhole && { 'aria-posinset': i + 1, 'aria-setsize': items.length })}
              >
                {item.type === 'stack' ? (
                  <StackCard
                    annotations={item.items}
                    hoverId={item.items.some(({ id }) => id === hoverId) ? hoverId : null}
                    actions={actions}
                  />
                ) : (
                  <AnnotationCard
                    annotation={item.item}
                    isOpen={item.item.id === openId}
                    isLit={item.item.id === hoverId}
                    actions={actions}
                    {...cardProps(item.item)}
                  />
                )}
              </li>
            ) : null,
          )}
        </ol>
      )}
      {!isWhole && near.to < items.length && (
        <Button className={styles.showMore} onClick={showMore}>
          Show more notes
        </Button>
      )}
      {children}
    </section>
  );
}

const placeOf = (annotation: Annotation, blocks: readonly Block[]): number | null =>
  annotation.anchor === 'orphaned' ? null : (blockAt(blocks, annotation.spans[0]?.start ?? 0)?.start ?? null);
