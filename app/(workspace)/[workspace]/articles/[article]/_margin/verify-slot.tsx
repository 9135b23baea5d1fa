'use client';
import { useAnnounce } from '@/app/_ui/toast';
import { lazyPart } from '@/app/_ui/lazy-part';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleStore } from '../_browser/article-store';
import styles from '../_form/annotation-form.module.css';
import type { RoomActions } from '../_components/room-actions';
import { whenSaved } from '../_bulk/when-saved';

const VerifyForm = lazyPart(
  () => import('../../../_verify/verify-form').then((module) => module.VerifyForm),
  {
    meanwhile: <Spinner label="Loading the form" />,
  },
);

/** The verdict, or the outcome of a prediction, recorded on the open card. */
export function VerifySlot({
  annotation,
  workspaceSlug,
  today,
  store,
  actions,
}: {
  annotation: Annotation;
  workspaceSlug: string;
  today: string;
  store: ArticleStore;
  actions: RoomActions;
}) {
  const announce = useAnnounce();
  return (
    <div className={styles.verify}>
      <blockquote dir="auto" className={styles.quoted}>
        {annotation.spans.map(({ exact }) => exact).join(' … ')}
      </blockquote>
      <VerifyForm
        annotation={annotation}
        workspaceSlug={workspaceSlug}
        today={today}
        isSaved={() => whenSaved(store, annotation.id)}
        onRecorded={(verified) => {
          store.receive(verified);
          announce(verified.kind === 'prediction' ? 'Outcome recorded.' : 'Verdict recorded.');
          actions.setMode('read');
        }}
        onCancel={() => actions.setMode('read')}
      />
    </div>
  );
}
