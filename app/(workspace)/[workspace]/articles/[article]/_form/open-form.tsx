'use client';
import type { ComponentProps, RefObject } from 'react';
import { Button } from '@/app/_ui/button';
import { lazyPart } from '@/app/_ui/lazy-part';
import { Notice } from '@/app/_ui/notice';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { SaidOn } from '@/lib/domain/horizon';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { ArticleStore } from '../_browser/article-store';
import type { RoomActions } from '../_components/room-actions';
import type { RoomView } from '../_components/room-view';

const loadForm = () => import('./annotation-form').then((module) => module.AnnotationForm);
type FormProps = ComponentProps<Awaited<ReturnType<typeof loadForm>>>;

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

const AnnotationForm = lazyPart<FormProps>(loadForm, {
  meanwhile: <Spinner label="Loading the form" />,
  missing: MissingForm,
});
export const fetchForm = AnnotationForm.fetch;

/** The form of the open card, and what its buttons do. */
export function OpenForm({
  annotation,
  view,
  store,
  index,
  selected,
  saidOn,
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
  saidOn: SaidOn;
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
      saidOn={saidOn}
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
