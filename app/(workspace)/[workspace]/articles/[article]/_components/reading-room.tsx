'use client';
import dynamic from 'next/dynamic';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { MissingPart } from '@/app/_ui/missing-part';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { byPosition } from '@/lib/domain/article-state';
import type { Abilities } from '@/lib/domain/policy';
import type { Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { useArticleStore } from '../_browser/use-article-store';
import { AnnotationPlacesContext } from './annotation-places';
import { ArrivalWords } from './arrival-words';
import { ArticleHeader } from './article-header';
import { ArticleText } from './article-text';
import { blocksOf, hiddenSpans, isHiddenAt } from './blocks';
import { Conflicts } from './conflicts';
import { DeletedList } from './deleted-list';
import { Margin } from './margin';
import { OpenForm, useLoadedForm } from './open-form';
import { OrphanTray } from './orphan-tray';
import { Presence } from './presence';
import styles from './reading-room.module.css';
import { FIRST_VIEW, type RoomView } from './room-view';
import { SelectionToolbar } from './selection-toolbar';
import { Strip } from './strip';
import { UndoButtons } from './undo-buttons';
import { useKeyboardCaret } from './use-keyboard-caret';
import { useLetterKeys } from './use-letter-keys';
import { usePassage } from './use-passage';
import { useRoomActions } from './use-room-actions';
import { useKeptSelection, useOpenedInSight, usePaintedDraft } from './use-room-effects';
import { useRoomKeys } from './use-room-keys';
import { useTextSelection } from './use-text-selection';
import { VerifySlot } from './verify-slot';

const KeysHelp = dynamic(
  () => import('./keys-help').then((module) => module.KeysHelp).catch(() => MissingPart),
  { ssr: false },
);

export interface ReadingRoomProps {
  article: Article;
  /** Deleted ones included. */
  annotations: Annotation[];
  abilities: Abilities;
  workspace: { slug: string; timeZone: string };
  person: { id: string; name: string };
  /** Today in the workspace's time zone. */
  today: string;
}

const NOTHING: readonly Span[] = [];

/** The article with its notes in the margin: read, marked and checked by several people at once. */
export function ReadingRoom({
  article,
  annotations: rows,
  abilities,
  workspace,
  person,
  today,
}: ReadingRoomProps) {
  const { revision } = article;
  const { store, snapshot } = useArticleStore({
    userId: person.id,
    userName: person.name,
    articleId: article.id,
    revisionId: revision.id,
    seq: article.seq,
    annotations: rows,
  });
  const { annotations, deleted } = snapshot;
  const index = useMemo(() => new TextIndex(revision.text), [revision.text]);
  const blocks = useMemo(() => blocksOf(index, revision.regions), [index, revision.regions]);
  const placed = useMemo(() => annotations.filter(({ anchor }) => anchor !== 'orphaned'), [annotations]);
  const places = useMemo(
    () => ({ placeOf: new Map(placed.map(({ id }, i) => [id, i + 1])), total: placed.length }),
    [placed],
  );

  const [view, setView] = useState<RoomView>(FIRST_VIEW);
  const [hoverId, setHover] = useState<string | null>(null);
  const [preview, setPreview] = useState<readonly Span[] | null>(null);
  const [wantsHidden, setWantsHidden] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const [postponed, setPostponed] = useState<ReadonlySet<string>>(new Set());
  const [lettersWork, setLettersWork] = useLetterKeys();
  const textRef = useRef<HTMLDivElement>(null);
  const dirtyRef = useRef(false);
  const announce = useAnnounce();

  const { openId, mode } = view;
  const openFromAddress = (id: string) =>
    setView((was) => ({ ...was, openId: id, mode: 'read', focus: null, turn: was.turn + 1 }));
  const passage = usePassage(textRef, index.length, openFromAddress);
  const open = annotations.find(({ id }) => id === openId) ?? null;
  // What is open or pointed to is shown, hidden line or not.
  const showHidden =
    wantsHidden ||
    (passage !== null && isHiddenAt(blocks, passage.start)) ||
    (open !== null && open.anchor !== 'orphaned' && isHiddenAt(blocks, open.spans[0]?.start ?? 0));
  const hidden = useMemo(() => (showHidden ? NOTHING : hiddenSpans(blocks)), [showHidden, blocks]);

  const { selection, isShown, clear } = useTextSelection(textRef, index, hidden, abilities.annotate);
  const selected = selection?.spans ?? NOTHING;
  const actions = useRoomActions(store, index, announce, setView, setHover, dirtyRef, {
    view,
    selected: isShown ? selected : NOTHING,
    selectedBefore: selected,
    clearSelection: clear,
  });
  const openAtCaret = useCallback((ids: string[]) => actions.openOneOf(ids, true), [actions]);
  const caretHandlers = useKeyboardCaret(textRef, index, hidden, openAtCaret);
  useRoomKeys(
    {
      mark: (kind) => abilities.annotate && actions.mark(kind),
      step: actions.step,
      edit: () => abilities.annotate && open && mode === 'read' && actions.setMode('edit'),
      close: isShown ? clear : actions.close,
      help: () => setShowsKeys(true),
      undo: () => abilities.annotate && actions.walk('undo'),
      redo: () => abilities.annotate && actions.walk('redo'),
    },
    lettersWork,
  );
  useOpenedInSight(textRef, view);
  useKeptSelection(textRef, index, annotations);
  usePaintedDraft(textRef, index, selected, isShown);
  useLoadedForm(abilities.annotate);

  // A note that somebody deletes while it is edited stays until its editor decides.
  const kept = mode === 'edit' && !open ? deleted.find(({ id }) => id === openId) : undefined;
  // Those that lost their words lie in the tray; the one that is open has its note all the same.
  const noted = useMemo(() => {
    const beside = annotations.filter(({ id, anchor }) => anchor !== 'orphaned' || id === openId);
    return kept ? [...beside, kept].sort(byPosition) : beside;
  }, [annotations, kept, openId]);
  const orphans = useMemo(() => annotations.filter(({ anchor }) => anchor === 'orphaned'), [annotations]);
  const formOf = (annotation: Annotation) =>
    mode === 'edit' ? (
      <OpenForm
        {...{ annotation, view, store, index, selected, actions, dirtyRef }}
        workspaceSlug={workspace.slug}
        onPreview={setPreview}
      />
    ) : (
      <VerifySlot {...{ annotation, today, store, actions }} workspaceSlug={workspace.slug} />
    );
  const compare = useCallback(
    (id: string) => setPostponed((was) => new Set([...was].filter((other) => other !== id))),
    [],
  );
  const retry = useCallback((id: string) => store.retry(id), [store]);
  const discard = useCallback((id: string) => store.discard(id), [store]);

  return (
    <AnnotationPlacesContext value={places}>
      <div className={styles.room}>
        <a className="skip-link" href="#annotations">
          Skip to the annotations
        </a>
        <div className={styles.top}>
          <ArticleHeader article={article} workspaceSlug={workspace.slug} canImport={abilities.import}>
            <Presence
              people={snapshot.people}
              connection={snapshot.connection}
              waiting={snapshot.saving.size}
            />
            {abilities.annotate && (
              <UndoButtons undo={snapshot.undo} redo={snapshot.redo} actions={actions} />
            )}
            <Button variant="bare" size="small" className={styles.keys} onClick={() => setShowsKeys(true)}>
              Keys
            </Button>
          </ArticleHeader>
          {snapshot.newRevisionId && (
            <Notice action={<Button onClick={() => location.reload()}>Show the new text</Button>}>
              This article has a newer text. You see the one before; what you mark is brought over.
            </Notice>
          )}
        </div>
        <div className={styles.text}>
          <ArticleText
            {...{ blocks, index, openId, hoverId, passage, preview, showHidden, textRef, caretHandlers }}
            annotations={placed}
            title={article.title}
            language={article.language}
            onShowHidden={setWantsHidden}
            onHover={setHover}
            onOpen={actions.openOneOf}
          />
          {selection && isShown && <SelectionToolbar selection={selection} onMark={actions.mark} />}
        </div>
        <div className={styles.margin}>
          <OrphanTray
            {...{ orphans, actions }}
            selectedWords={selected.map(({ start, end }) => index.slice(start, end)).join(' … ')}
            canAnnotate={abilities.annotate}
            revisionsHref={`/${workspace.slug}/articles/${article.id}/revisions/${revision.number}`}
          />
          <Margin
            annotations={noted}
            {...{ blocks, openId, hoverId, textRef, actions }}
            filter={view.filter}
            canAnnotate={abilities.annotate}
            onFilter={(filter) => setView((was) => ({ ...was, filter }))}
            cardProps={(annotation) => ({
              mode: annotation.id === openId ? mode : 'read',
              saving: snapshot.saving.get(annotation.id),
              refusal: snapshot.refusals.get(annotation.id),
              conflict: snapshot.conflicts.get(annotation.id),
              abilities,
              workspaceSlug: workspace.slug,
              timeZone: workspace.timeZone,
              onRetry: retry,
              onDiscard: discard,
              onCompare: compare,
              form: annotation.id === openId && mode !== 'read' ? formOf(annotation) : null,
            })}
          >
            <DeletedList
              annotations={kept ? deleted.filter((annotation) => annotation !== kept) : deleted}
              canRestore={abilities.annotate}
              onRestore={actions.restore}
            />
          </Margin>
        </div>
        <Strip annotations={placed} textRef={textRef} openId={openId} actions={actions} />
        <ArrivalWords
          arrived={snapshot.arrived}
          find={(id) => annotations.find((each) => each.id === id) ?? deleted.find((each) => each.id === id)}
        />
        <Conflicts
          conflicts={snapshot.conflicts}
          postponed={postponed}
          onChoose={(id, choice) => store.resolveConflict(id, choice)}
          onLater={(id) => setPostponed((was) => new Set(was).add(id))}
        />
        {showsKeys && (
          <KeysHelp
            onOpenChange={setShowsKeys}
            canAnnotate={abilities.annotate}
            lettersWork={lettersWork}
            onLettersWork={setLettersWork}
          />
        )}
      </div>
    </AnnotationPlacesContext>
  );
}
