'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Article } from '@/lib/domain/article';
import type { ArticleLicence } from '@/lib/domain/licence';
import { type LicenceDraft, LicenceFields } from '../../../_components/licence-fields';
import { saveLicence } from './save-licence';

type LicensedArticle = Pick<Article, 'id' | 'licenceVersion'> & ArticleLicence;

const draftFrom = ({ licence, licenceUrl, rightsHolder, textAllowed }: ArticleLicence): LicenceDraft => ({
  licence: licence ?? '',
  licenceUrl: licenceUrl ?? '',
  rightsHolder: rightsHolder ?? '',
  textAllowed: textAllowed ?? '',
});

/** Says what is known of the right to pass the article on. The change can be taken back. */
export function LicenceForm({ article }: { article: LicensedArticle }) {
  const router = useRouter();
  const announce = useAnnounce();
  const isReady = useIsReady();
  const [draft, setDraft] = useState(() => draftFrom(article));
  const [shown, setShown] = useState(article.licenceVersion);
  // The fields follow what was saved or put back; they stay the same fields, and keep the focus.
  if (shown !== article.licenceVersion) {
    setShown(article.licenceVersion);
    setDraft(draftFrom(article));
  }
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    setError(null);
    const { licence, licenceUrl, rightsHolder, textAllowed } = draft;
    const saved = await saveLicence(article.id, article.licenceVersion, {
      licence,
      licenceUrl,
      rightsHolder,
      textAllowed: textAllowed === '' || textAllowed === 'keep' ? null : textAllowed,
    });
    setIsBusy(false);
    if (!saved.ok) return setError(saved.error.message);
    const { licenceVersion } = saved.value.value;
    if (licenceVersion === article.licenceVersion) return announce('Nothing to save: it is so already.');
    announce('The licence was saved.', {
      undo: () => {
        void saveLicence(article.id, licenceVersion, article).then((undone) => {
          announce(undone.ok ? 'Put back.' : undone.error.message);
          router.refresh();
        });
      },
    });
    router.refresh();
  };
  return (
    <form method="post" onSubmit={(event) => void save(event)} className="stack">
      {error && <Notice tone="error">{error}</Notice>}
      <LicenceFields draft={draft} onChange={setDraft} isForSeveral={false} />
      <div className="row">
        <Button type="submit" variant="primary" busy={isBusy} disabled={!isReady}>
          Save licence
        </Button>
      </div>
    </form>
  );
}
