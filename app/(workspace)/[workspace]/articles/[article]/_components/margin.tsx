'use client';
import { type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { FilterWord } from '@/app/_ui/filter-word';
import type { Annotation } from '@/lib/domain/annotation';
import type { Kind, Status } from '@/lib/domain/vocabulary';
import { AnnotationCard, type CardProps } from './annotation-card';
import { type Block, blockAt } from './blocks';
import { type Filter, kindOptions, NO_FILTER, passes, statusOptions, withKind } from './filter';
import styles from './margin.module.css';
import type { RoomActions } from './room-actions';
import { StackCard } from './stack-card';
import { marginItemsOf } from './stacks';
import { useCardLayout } from './use-card-layout';

interface MarginProps {
  annotations: readonly Annotation[];
  blocks: readonly Block[];
  filter: Filter;
  openId: string | null;
  hoverId: string | null;
  textRef: RefObject<HTMLElement | null>;
  canAnnotate: boolean;
  actions: RoomActions;
  onFilter: (filter: Filter) => void;
  /** What the cards need beside what the margin knows. */
  cardProps: (annotation: Annotation) => Omit<CardProps, 'annotation' | 'isOpen' | 'isLit' | 'actions'>;
  children: ReactNode;
}

/** The right margin: how the list is filtered, and the notes beside the words they belong to. */
export function Margin(props: MarginProps) {
  const { annotations, blocks, filter, openId, hoverId, textRef, actions, onFilter, cardProps, children } =
    props;
  const listRef = useRef<HTMLOListElement>(null);
  const listed = useMemo(
    () => annotations.filter((annotation) => passes(filter, annotation) || annotation.id === openId),
    [annotations, filter, openId],
  );
  const items = useMemo(
    () => marginItemsOf(listed, (annotation) => placeOf(annotation, blocks), openId),
    [listed, blocks, openId],
  );
  useCardLayout(listRef, textRef, openId, items);
  return (
    <section className={styles.margin} id="annotations" aria-label="Annotations" tabIndex={-1}>
      <div className={styles.head}>
        <h2 className="visually-hidden">Annotations</h2>
        <div className={styles.sentence} role="group" aria-label="Filter the annotations">
          <FilterWord
            label="Kind"
            value={filter.kind}
            options={kindOptions}
            onChange={(kind) => onFilter(withKind(filter, kind as Kind | ''))}
          />{' '}
          with{' '}
          <FilterWord
            label="Status"
            value={filter.status}
            options={statusOptions(filter.kind)}
            onChange={(status) => onFilter({ ...filter, status: status as Status | '' })}
          />
          <span className={styles.count} role="status">
            {countInWords(listed.length, annotations.length)}
          </span>
        </div>
      </div>
      {listed.length === 0 ? (
        <Empty {...props} />
      ) : (
        <ol ref={listRef} className={styles.cards} data-placed="false">
          {items.map((item) =>
            item.type === 'stack' ? (
              <li key={item.key} data-anchor={item.items[0]!.id}>
                <StackCard annotations={item.items} hoverId={hoverId} actions={actions} />
              </li>
            ) : (
              <li
                key={item.item.id}
                data-anchor={item.item.id}
                className={item.item.id === openId ? styles.openItem : undefined}
              >
                <AnnotationCard
                  annotation={item.item}
                  isOpen={item.item.id === openId}
                  isLit={item.item.id === hoverId}
                  actions={actions}
                  {...cardProps(item.item)}
                />
              </li>
            ),
          )}
        </ol>
      )}
      {children}
    </section>
  );
}

const placeOf = (annotation: Annotation, blocks: readonly Block[]): number | null =>
  annotation.anchor === 'orphaned' ? null : (blockAt(blocks, annotation.spans[0]?.start ?? 0)?.start ?? null);

const countInWords = (shown: number, total: number): string =>
  shown === total ? `${total}` : `${shown} of ${total}`;

function Empty({ annotations, canAnnotate, onFilter }: MarginProps) {
  if (annotations.length > 0)
    return (
      <p className={styles.empty}>
        None of the {annotations.length} annotations fits.{' '}
        <button type="button" className={styles.all} onClick={() => onFilter(NO_FILTER)}>
          Show all
        </button>
      </p>
    );
  return (
    <p className={styles.empty}>
      {canAnnotate
        ? 'Nothing is marked yet. Select words in the text and press C for a claim, Q for a quote or P for a prediction: the notes will stand here.'
        : 'Nothing is marked yet. The notes of those who mark claims, quotes and predictions will stand here.'}
    </p>
  );
}
