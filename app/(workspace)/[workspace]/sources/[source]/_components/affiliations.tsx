'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { partialDayInWords } from '@/app/_marks/partial-day-words';
import { wordOfBasis } from '@/app/_marks/words';
import { Button, IconButton } from '@/app/_ui/button';
import { EditIcon, PlusIcon, TrashIcon } from '@/app/_ui/icons';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Affiliation } from '@/lib/domain/affiliation';
import { affiliationInWords } from '@/lib/domain/affiliations-as-of';
import type { ShownSource } from '@/lib/domain/source';
import { usePerson } from '../../../_session/person';
import { deleteAffiliation, putAffiliation } from '../../_components/source-acts';
import { AffiliationDialog, requestFromAffiliation } from './affiliation-dialog';
import styles from './source-page.module.css';

/** What it is and was, the latest first. In an article it is shown as of the article's date. */
export function Affiliations({ source, canCurate }: { source: ShownSource; canCurate: boolean }) {
  const router = useRouter();
  const announce = useAnnounce();
  const person = usePerson();
  const [edited, setEdited] = useState<Affiliation | 'new' | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { affiliations } = source;
  const remove = async (affiliation: Affiliation) => {
    const refusal = await deleteAffiliation(person.id, affiliation.sourceId, affiliation.id);
    setError(refusal);
    if (refusal) return;
    document.getElementById('affiliations')?.focus();
    announce('Affiliation removed.', {
      undo: async () => {
        const { id, sourceId } = affiliation;
        setError(await putAffiliation(person.id, sourceId, id, requestFromAffiliation(affiliation)));
        router.refresh();
      },
    });
    router.refresh();
  };
  if (affiliations.length === 0 && !canCurate) return null;
  return (
    <section className="section" aria-labelledby="affiliations">
      <h2 id="affiliations" tabIndex={-1}>
        Offices and affiliations
      </h2>
      {error && <Notice tone="error">{error}</Notice>}
      {affiliations.length === 0 ? (
        <p className="soft">
          Nothing is written down. With an office and its dates, a note beside an article tells what they were
          when it appeared.
        </p>
      ) : (
        <ol className={styles.timeline}>
          {affiliations.map((affiliation) => {
            const words = affiliationInWords(affiliation, partialDayInWords);
            return (
              <li key={affiliation.id}>
                <div>
                  <p>{words}</p>
                  <p className="soft small">
                    {wordOfBasis(affiliation.basis)}
                    {affiliation.note && <>: {affiliation.note}</>}
                  </p>
                </div>
                {canCurate && (
                  <div className={styles.tools}>
                    <IconButton size="small" label={`Edit “${words}”`} onClick={() => setEdited(affiliation)}>
                      <EditIcon size={14} />
                    </IconButton>
                    <IconButton
                      size="small"
                      label={`Remove “${words}”`}
                      onClick={() => void remove(affiliation)}
                    >
                      <TrashIcon />
                    </IconButton>
                  </div>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {canCurate && (
        <p className={styles.add}>
          <Button size="small" onClick={() => setEdited('new')}>
            <PlusIcon size={14} /> Add an office or affiliation
          </Button>
        </p>
      )}
      <AffiliationDialog
        sourceId={source.id}
        edited={edited}
        onClose={() => setEdited(null)}
        onSaved={() => {
          setEdited(null);
          announce('Saved.');
          router.refresh();
        }}
      />
    </section>
  );
}
