'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { wordOfTextMode } from '@/app/_marks/export-words';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import { type ArticleLicence, textModeOf } from '@/lib/domain/licence';
import { type LicenceDraft, LicenceFields } from '../../_components/licence-fields';
import styles from './licence-desk.module.css';

interface Row extends ArticleLicence {
  id: string;
  title: string;
  publisher: string | null;
  licenceVersion: number;
}
interface Changed {
  changed: ({ articleId: string; licenceVersion: number } & ArticleLicence)[];
  skipped: string[];
}

const EMPTY: LicenceDraft = { licence: '', licenceUrl: '', rightsHolder: '', textAllowed: 'keep' };

/** The licences of the articles; for those that are ticked one can be named at once, and taken back. */
export function LicenceDesk({
  slug,
  articles,
  canChange,
  empty,
}: {
  slug: string;
  articles: readonly Row[];
  canChange: boolean;
  /** What stands here where there are none. */
  empty: ReactNode;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  // What a change took out of the list counts no more.
  const chosen = new Set(articles.flatMap(({ id }) => (ticked.has(id) ? id : [])));
  const emptyPlace = useFocusWhenEmptied(articles.length === 0);
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState(EMPTY);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const path = `/api/v1/workspaces/${slug}/licences`;
  const articlesInWords = `${chosen.size} ${chosen.size === 1 ? 'article' : 'articles'}`;

  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  const takeBack = async ({ changed }: Changed) => {
    const undone = await postJson<Changed>(path, { changes: changed });
    announce(undone.ok ? 'The licences were put back.' : undone.error.message);
    router.refresh();
  };
  const save = async () => {
    const patch = patchFrom(draft);
    if (Object.keys(patch).length === 0) return setError('Write or choose what is to be changed.');
    setIsBusy(true);
    setError(null);
    const changes = articles
      .filter(({ id }) => chosen.has(id))
      .map(({ id, licenceVersion }) => ({ articleId: id, licenceVersion, ...patch }));
    const saved = await postJson<Changed>(path, { changes });
    setIsBusy(false);
    if (!saved.ok) return setError(saved.error.message);
    const { changed, skipped } = saved.value.value;
    setIsOpen(false);
    setDraft(EMPTY);
    setTicked(new Set());
    announce(
      `The licence of ${changed.length} ${changed.length === 1 ? 'article' : 'articles'} was changed.` +
        (skipped.length > 0
          ? ` ${skipped.length} had been changed by somebody else and were left as they are.`
          : ''),
      changed.length > 0 ? { undo: () => void takeBack(saved.value.value) } : undefined,
    );
    router.refresh();
  };
  if (articles.length === 0)
    return (
      <div ref={emptyPlace} tabIndex={-1}>
        {empty}
      </div>
    );
  return (
    <>
      {canChange && (
        <div className={styles.bar} role="group" aria-label="Ticked articles">
          <span role="status" className="figures">
            {chosen.size === 0 ? 'Tick articles to name their licence' : `${articlesInWords} ticked`}
          </span>
          <Button
            size="small"
            onClick={() =>
              setTicked(new Set(chosen.size === articles.length ? [] : articles.map(({ id }) => id)))
            }
          >
            {chosen.size === articles.length ? 'Tick none' : 'Tick all'}
          </Button>
          {/* Never disabled: after saving, the focus comes back to it. */}
          <Button
            size="small"
            variant="primary"
            onClick={() => (chosen.size > 0 ? setIsOpen(true) : announce('Tick articles first.'))}
          >
            Set licence
          </Button>
        </div>
      )}
      <Dialog
        title={`Set the licence of ${articlesInWords}`}
        open={isOpen}
        onOpenChange={setIsOpen}
        footer={
          <>
            <DialogClose />
            <Button variant="primary" busy={isBusy} onClick={() => void save()}>
              Set licence
            </Button>
          </>
        }
      >
        <div className="stack">
          {error && <Notice tone="error">{error}</Notice>}
          <LicenceFields draft={draft} onChange={setDraft} isForSeveral />
        </div>
      </Dialog>
      <div className="table-scroll">
        <table className="table table-fold">
          <thead>
            <tr>
              {canChange && (
                <th scope="col" className={styles.tick}>
                  <span className="visually-hidden">Ticked</span>
                </th>
              )}
              <th scope="col">Title</th>
              <th scope="col">Publisher</th>
              <th scope="col">Licence</th>
              <th scope="col">Whom to name</th>
              <th scope="col">Passed on</th>
            </tr>
          </thead>
          <tbody>
            {articles.map((article) => (
              <tr key={article.id}>
                {canChange && (
                  <td className={styles.tick}>
                    <input
                      type="checkbox"
                      aria-label={`Tick ${article.title}`}
                      checked={chosen.has(article.id)}
                      onChange={(event) => choose(article.id, event.target.checked)}
                    />
                  </td>
                )}
                <th scope="row">
                  <Link href={`/${slug}/articles/${article.id}/licence` as Route}>{article.title}</Link>
                </th>
                <td>{article.publisher}</td>
                <td>{article.licence ?? <span className="soft">Nobody has said</span>}</td>
                <td>{article.rightsHolder}</td>
                <td>{wordOfTextMode(textModeOf('licensed', article))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Where the focus goes when the list becomes empty under it: what it was on is there no more. */
function useFocusWhenEmptied(isEmpty: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const wasEmpty = useRef(isEmpty);
  useEffect(() => {
    if (isEmpty && !wasEmpty.current && document.activeElement === document.body) place.current?.focus();
    wasEmpty.current = isEmpty;
  }, [isEmpty]);
  return place;
}

/** What is typed; the rest of each article stays. */
function patchFrom({ licence, licenceUrl, rightsHolder, textAllowed }: LicenceDraft) {
  return {
    ...(licence.trim() && { licence }),
    ...(licenceUrl.trim() && { licenceUrl }),
    ...(rightsHolder.trim() && { rightsHolder }),
    ...(textAllowed !== 'keep' && { textAllowed: textAllowed === '' ? null : textAllowed }),
  };
}
