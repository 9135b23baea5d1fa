'use client';
import dynamic from 'next/dynamic';
import { type ComponentProps, type RefObject, useEffect } from 'react';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { ArticleStore } from '../_browser/article-store';
import type { RoomActions } from './room-actions';
import type { RoomView } from './room-view';

const loadForm = () => import('./annotation-form').then((module) => module.AnnotationForm);
type FormProps = ComponentProps<Awaited<ReturnType<typeof loadForm>>>;
const AnnotationForm = dynamic<FormProps>(() => loadForm().catch(() => MissingForm), {
  ssr: false,
  loading: () => <Spinner label="Loading the form" />,
});

/** Stands where the form would, when that cannot be fetched: offline, or after the installation was updated. */
const MissingForm = ({ onCancel }: FormProps) => (
  <Notice
    tone="error"
    title="The form could not be loaded"
    action={<Button onClick={onCancel}>Close</Button>}
  >
    What is marked is kept. To fill it in, reload the page once you are connected.
  </Notice>
);

/** How long the page has been there before the form is loaded in any case, in milliseconds. */
const SOON = 2_000;

/** Loads the form once the page has settled, or as soon as somebody does anything here: the line may be gone later. */
export function useLoadedForm(canAnnotate: boolean): void {
  useEffect(() => {
    if (!canAnnotate) return;
    const heard = new AbortController();
    const load = () => {
      heard.abort();
      // Without a connection it is asked for again when it is needed.
      loadForm().catch(() => {});
    };
    for (const type of ['pointerdown', 'keydown'])
      document.addEventListener(type, load, { capture: true, passive: true, signal: heard.signal });
    const timer = setTimeout(load, SOON);
    return () => {
      heard.abort();
      clearTimeout(timer);
    };
  }, [canAnnotate]);
}

/** The form of the open card, and what its buttons do. */
export function OpenForm({
  annotation,
  view,
  store,
  index,
  selected,
  workspaceSlug,
  actions,
  dirtyRef,
  onPreview,
}: {
  annotation: Annotation;
  view: RoomView;
  store: ArticleStore;
  index: TextIndex;
  selected: readonly Span[];
  workspaceSlug: string;
  actions: RoomActions;
  dirtyRef: RefObject<boolean>;
  onPreview: (spans: readonly Span[] | null) => void;
}) {
  return (
    <AnnotationForm
      key={annotation.id}
      annotation={annotation}
      isNew={view.newId === annotation.id}
      index={index}
      annotations={store.getSnapshot().annotations}
      selected={selected}
      workspaceSlug={workspaceSlug}
      onPreview={onPreview}
      onDirty={(dirty) => {
        dirtyRef.current = dirty;
      }}
      onSave={(patch, opened) => {
        if (patch) store.revise(annotation.id, patch, opened);
        actions.setMode('read');
        return store.kept();
      }}
      onCancel={() => actions.setMode('read')}
    />
  );
}
