'use client';
import type { Route } from 'next';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { pluralOfKind } from '@/app/_marks/words';
import { Button, IconButton } from '@/app/_ui/button';
import { CloseIcon } from '@/app/_ui/icons';
import { Notice } from '@/app/_ui/notice';
import { PlaceLink } from '@/app/_ui/place-link';
import { Spinner } from '@/app/_ui/spinner';
import { type Kind, KINDS } from '@/lib/domain/vocabulary';
import { guidelineHtmlFrom, headingOfKind, kindsTold } from './guideline-html';
import styles from './guideline-aside.module.css';
import { GuidelineTags } from './guideline-tags';
import { useGuideline } from './use-guideline';

/**
 * The guideline beside the text, opened at the kind at hand; on small screens a sheet at the bottom. The text can be read and
 * marked while it is open. Escape closes it, and the focus goes back to where it was.
 */
export function GuidelineAside({
  workspaceSlug,
  articleId,
  onClose,
}: {
  workspaceSlug: string;
  articleId: string;
  onClose: () => void;
}) {
  const { guideline, failure } = useGuideline({ workspaceSlug, articleId });
  const shown = useMemo(() => guideline && guidelineHtmlFrom(guideline.text, 3), [guideline]);
  const title = useRef<HTMLHeadingElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const cameFrom = document.activeElement;
    document.body.classList.add(styles.beside!);
    title.current?.focus({ preventScroll: true });
    const aside = title.current?.closest('aside');
    return () => {
      document.body.classList.remove(styles.beside!);
      // Whoever went on working in the text meanwhile stays there.
      if (aside?.contains(document.activeElement) || document.activeElement === document.body)
        if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
    };
  }, []);

  const goTo = (kind: Kind, behavior: ScrollBehavior = 'auto') => {
    const id = shown && headingOfKind(shown.headings, kind)?.id;
    const heading = id && text.current?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
    if (!heading || !scroll.current) return;
    const { top } = scroll.current.getBoundingClientRect();
    scroll.current.scrollBy({ top: heading.getBoundingClientRect().top - top - 8, behavior });
  };
  const goToKindAtHand = useEffectEvent(() => {
    const kind = kindAtHand();
    if (kind) goTo(kind);
  });
  const number = guideline?.number;
  useEffect(() => {
    if (number !== undefined) goToKindAtHand();
  }, [number]);

  return (
    <aside
      className={styles.aside}
      aria-label="Guideline"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          Guideline
        </h2>
        {guideline && (
          <PlaceLink
            className={styles.version}
            href={`/${workspaceSlug}/campaigns/guideline?version=${guideline.number}` as Route}
          >
            Version {guideline.number}
          </PlaceLink>
        )}
        <IconButton size="small" label="Close the guideline" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      {shown && kindsTold(shown.headings).length > 1 && (
        <div className={styles.kinds} role="group" aria-label="Go to">
          {kindsTold(shown.headings).map((kind) => (
            <Button
              key={kind}
              variant="bare"
              size="small"
              onClick={() => {
                goTo(kind);
                const id = headingOfKind(shown.headings, kind)?.id;
                if (id) document.getElementById(id)?.focus({ preventScroll: true });
              }}
            >
              {pluralOfKind(kind)}
            </Button>
          ))}
        </div>
      )}
      {/* It can be scrolled by keys. */}
      <div
        ref={scroll}
        className={styles.scroll}
        role="region"
        aria-label="Text of the guideline"
        tabIndex={0}
      >
        {failure && <Notice tone="error">{failure}</Notice>}
        {!guideline && !failure && <Spinner label="Loading the guideline" showLabel />}
        {shown && (
          <div
            ref={text}
            className={`prose ${styles.text}`}
            dangerouslySetInnerHTML={{ __html: shown.html }}
          />
        )}
        {guideline && guideline.tags.length > 0 && (
          <section>
            <h3>Tags</h3>
            <GuidelineTags tags={guideline.tags} />
          </section>
        )}
      </div>
    </aside>
  );
}

/** The kind that is chosen in the open form, else that of the open note. */
function kindAtHand(): Kind | undefined {
  const chosen = document.querySelector<HTMLInputElement>('form input[name=kind]:checked')?.value;
  const note = document.querySelector('[data-card-button][aria-expanded=true]')?.textContent ?? '';
  return KINDS.find((kind) => kind === chosen) ?? KINDS.find((kind) => note.toLowerCase().startsWith(kind));
}
