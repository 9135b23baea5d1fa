'use client';
import { useAnnounce } from '@/app/_ui/toast';
import { lazyPart } from '@/app/_ui/lazy-part';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleStore } from '../_browser/article-store';
import styles from '../_form/annotation-form.module.css';
import type { RoomActions } from '../_components/room-actions';
import { whenSaved } from '../_bulk/when-saved';

const VerifyTaken = lazyPart(
  () => import('../../../_check/verify-taken').then((module) => module.VerifyTaken),
  {
    meanwhile: <Spinner label="Loading the form" />,
  },
);

const PassVerdict = lazyPart(() => import('../_pass/pass-verdict').then((module) => module.PassVerdict), {
  meanwhile: <Spinner label="Loading the form" />,
});

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
  const Form = annotation.layer === 'shared' ? VerifyTaken : PassVerdict;
  return (
    <div className={styles.verify}>
      <blockquote dir="auto" className={styles.quoted}>
        {annotation.spans.map(({ exact }) => exact).join(' … ')}
      </blockquote>
      <Form
        annotation={annotation}
        workspaceSlug={workspaceSlug}
        today={today}
        isSaved={() => whenSaved(store, annotation.id)}
        onRecorded={(verified, outcome) => {
          store.receive(verified);
          announce(recordedInWords(verified, outcome));
          actions.setMode('read');
        }}
        onCancel={() => actions.setMode('read')}
      />
    </div>
  );
}

function recordedInWords({ kind, awaiting }: Annotation, outcome?: 'approve' | 'decline'): string {
  if (outcome) return outcome === 'approve' ? 'Decision approved.' : 'Decision declined.';
  const recorded = kind === 'prediction' ? 'Outcome recorded.' : 'Verdict recorded.';
  return awaiting ? `${recorded} It waits for another editor’s approval.` : recorded;
}
