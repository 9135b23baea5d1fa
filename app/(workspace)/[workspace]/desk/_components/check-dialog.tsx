'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { Fragment, type RefObject } from 'react';
import { Dialog } from '@/app/_ui/dialog';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { DeskItem } from '@/lib/domain/desk';
import { isDecided } from '@/lib/domain/vocabulary';
import { VerifyTaken } from '../../_check/verify-taken';
import { EarlierDecisions } from '../../predictions/_components/earlier-decisions';
import styles from './desk.module.css';

/** The form of a verdict in place, with who said it and where. */
export function CheckDialog({
  slug,
  today,
  item,
  open,
  onOpenChange,
  finalFocus,
  onRecorded,
}: {
  slug: string;
  today: string;
  item: DeskItem;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  finalFocus: RefObject<HTMLElement | null>;
  onRecorded: (annotation: Annotation) => void;
}) {
  const said = item.attribution.map(({ source }) => source.name).join(', via ');
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={finalFocus}
      title={isDecided(item.status) ? 'Check again' : item.kind === 'prediction' ? 'Record outcome' : 'Check'}
      description={<span className={styles.quoted}>{wordsOf(item)}</span>}
    >
      <p className={styles.where}>
        {said && `${said}, in `}
        <Link href={`/${slug}/articles/${item.article.id}#annotation-${item.id}` as Route}>
          {item.article.title}
        </Link>
      </p>
      <Fragment key={`${item.id} ${item.version}`}>
        <EarlierDecisions annotation={item} slug={slug} />
        <VerifyTaken
          annotation={item}
          workspaceSlug={slug}
          today={today}
          articleDay={item.article.publishedAt}
          onRecorded={onRecorded}
          onCancel={() => onOpenChange(false)}
        />
      </Fragment>
    </Dialog>
  );
}
