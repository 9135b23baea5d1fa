'use client';
import { useEffect, useState } from 'react';
import { getJson, postJson, sendJson } from '@/app/_forms/ask-api';
import { useAttemptId } from '@/app/_forms/sent-attempt';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Page } from '@/lib/domain/page';
import type { Proposition } from '@/lib/domain/proposition';
import type { RelatedPassage } from '@/lib/domain/related-passage';
import styles from './propositions.module.css';
import { useFoundPropositions } from './use-found-propositions';

const NEW = 'new';

/** Puts an annotation into a proposition: one that there is, or a new one with annotations of other articles. */
export function GroupDialog({
  annotation,
  workspaceSlug,
  current,
  onDone,
  onChanged,
  onClose,
}: {
  annotation: Annotation;
  workspaceSlug: string;
  current: Proposition | null;
  onDone: () => void;
  onChanged: () => void;
  onClose: () => void;
}) {
  const announce = useAnnounce();
  const idFor = useAttemptId();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>(NEW);
  const [words, setWords] = useState(annotation.claim?.normalized ?? wordsOf(annotation));
  const [together, setTogether] = useState<ReadonlySet<string>>(new Set());
  const found = useFoundPropositions(workspaceSlug, search)?.filter((one) => one.id !== current?.id);
  const related = useRelatedAnnotations(annotation.id);

  const member = (propositionId: string) =>
    `/api/v1/propositions/${propositionId}/annotations/${annotation.id}`;
  const takeBack = async (propositionId: string) => {
    const back = current
      ? await sendJson('PUT', member(current.id))
      : await sendJson('DELETE', member(propositionId));
    if (!back.ok) announce(back.error.message);
    onChanged();
  };
  const { attempt, error, isBusy } = useAttempt(async () => {
    const annotationIds = [annotation.id, ...together];
    const done =
      chosen === NEW
        ? await postJson<Proposition>(`/api/v1/workspaces/${workspaceSlug}/propositions`, {
            id: idFor({ words, annotationIds }),
            words,
            annotationIds,
          })
        : await sendJson<Proposition>('PUT', member(chosen));
    if (!done.ok) return done.error.message;
    announce('Grouped.', { undo: () => void takeBack(done.value.value.id) });
    onDone();
    return null;
  });
  return (
    <Dialog
      title="Group with…"
      description="What several articles say alike belongs to one proposition."
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <DialogClose />
          <Button variant="primary" busy={isBusy} onClick={() => attempt()}>
            Group
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label="Find a proposition"
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <ul className={styles.choices} aria-label="Propositions">
          <li>
            <label className={styles.choice}>
              <input
                type="radio"
                name="proposition"
                checked={chosen === NEW}
                onChange={() => setChosen(NEW)}
              />
              <span>A new proposition</span>
            </label>
          </li>
          {found?.map((proposition) => (
            <li key={proposition.id}>
              <label className={styles.choice}>
                <input
                  type="radio"
                  name="proposition"
                  checked={chosen === proposition.id}
                  onChange={() => setChosen(proposition.id)}
                />
                <span>{proposition.words}</span>
              </label>
            </li>
          ))}
        </ul>
        {chosen === NEW && (
          <>
            <TextArea
              label="What is claimed"
              hint="One sentence that can be checked."
              value={words}
              onChange={(event) => setWords(event.target.value)}
              rows={3}
            />
            {related.length > 0 && (
              <fieldset className={styles.choices}>
                <legend className="small">Marked in other articles; take in what says the same</legend>
                {related.map((other) => (
                  <label key={other.id} className={styles.choice}>
                    <input
                      type="checkbox"
                      checked={together.has(other.id)}
                      onChange={() => setTogether(toggled(together, other.id))}
                    />
                    <span>
                      {other.words} <span className="soft small">{other.title}</span>
                    </span>
                  </label>
                ))}
              </fieldset>
            )}
          </>
        )}
        {error && (
          <Notice tone="error" title="It was not grouped">
            {error}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface Offered {
  id: string;
  words: string;
  title: string;
}

/** So many related passages are looked at for annotations. */
const LOOKED_AT = '20';
const MOST_OFFERED = 8;

/** Annotations of other articles that lie in related passages, with their own words. */
function useRelatedAnnotations(annotationId: string): Offered[] {
  const [offered, setOffered] = useState<Offered[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = async () => {
      const path = `/api/v1/annotations/${annotationId}/related?limit=${LOOKED_AT}`;
      const related = await getJson<Page<RelatedPassage>>(path, signal);
      if (!related.ok) return;
      const ids = related.value.value.items
        .flatMap(({ annotationIds, article }) => annotationIds.map((id) => ({ id, title: article.title })))
        .slice(0, MOST_OFFERED);
      const found = await Promise.all(
        ids.map(async ({ id, title }) => {
          const answer = await getJson<Annotation>(`/api/v1/annotations/${id}`, signal);
          return answer.ok ? [{ id, title, words: wordsOf(answer.value.value) }] : [];
        }),
      );
      if (!signal.aborted) setOffered(found.flat());
    };
    void ask();
    return () => leaving.abort();
  }, [annotationId]);
  return offered;
}
