'use client';
import { useSearchParams } from 'next/navigation';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useDrafts } from '@/app/_forms/use-kept-draft';
import { Button } from '@/app/_ui/button';
import { lazyPart } from '@/app/_ui/lazy-part';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { byPosition } from '@/lib/domain/article-state';
import { type PackedAnnotations, unpackedAnnotations } from '@/lib/domain/packed-annotations';
import type { Abilities } from '@/lib/domain/policy';
import type { Span } from '@/lib/domain/span';
import { snappedSpans } from '@/lib/domain/span-snap';
import { TextIndex } from '@/lib/domain/text-index';
import { useArticleStore } from '../_browser/use-article-store';
import { CommentsSlot } from '../_discussion/comments-slot';
import { DiscussionsContext, useDiscussions } from '../_discussion/discussions';
import { AnnotationPlacesContext } from './annotation-places';
import { ArticleHeader } from './article-header';
import { ArticleText } from '../_text/article-text';
import { blocksOf, hiddenSpans, isHiddenAt } from '../_text/blocks';
import { BulkTools } from '../_bulk/bulk-tools';
import { type Filter, isFiltering, NO_FILTER } from '../_filter/filter';
import { filterFromQuery } from '../_filter/filter-address';
import { Margin } from '../_margin/margin';
import { MarginHead } from '../_margin/margin-head';
import { OrphanTray } from '../_margin/orphan-tray';
import { fetchForm, OpenForm } from '../_form/open-form';
import { PickingContext } from '../_bulk/picking-context';
import { Presence } from './presence';
import styles from './reading-room.module.css';
import { RoomTools } from './room-tools';
import { FIRST_VIEW, type RoomView } from './room-view';
import { SelectionToolbar } from '../_selecting/selection-toolbar';
import { showPassage } from '../_text/show-words';
import { UndoButtons } from './undo-buttons';
import { type StretchTaker, StretchTakerContext } from '../_selecting/stretch-taker';
import { useAddWords } from '../_selecting/use-add-words';
import { useFilterInAddress } from '../_filter/use-filter-in-address';
import { useFitting } from '../_filter/use-fitting';
import { useHeldWords } from '../_selecting/use-held-words';
import { useKeyboardCaret } from '../_selecting/use-keyboard-caret';
import { useLoadedParts } from './use-loaded-parts';
import { useLetterKeys } from './use-letter-keys';
import { usePassage } from '../_text/use-passage';
import { usePicking } from '../_bulk/use-picking';
import { useRoomActions } from './use-room-actions';
import { useKeptSelection, useOpenedInSight, usePaintedDraft } from './use-room-effects';
import { useRoomKeys } from './use-room-keys';
import { useSignInPrompt } from './use-sign-in-prompt';
import { allStretches, useSelecting } from '../_selecting/use-selecting';
import { useStack } from '../_selecting/use-stack';
import { useTextSelection } from '../_selecting/use-text-selection';

const Nothing = () => null;

const StackList = lazyPart(() => import('../_selecting/stack-list').then((module) => module.StackList));
const FindWords = lazyPart(() => import('../_selecting/find-words').then((module) => module.FindWords));
const TwoPresses = lazyPart(() => import('../_selecting/two-presses').then((module) => module.TwoPresses));
const Strip = lazyPart(() => import('../_text/strip').then((module) => module.Strip), { missing: Nothing });
const StartPass = lazyPart(() => import('../_pass/start-pass').then((module) => module.StartPass));
const VerifySlot = lazyPart(() => import('../_margin/verify-slot').then((module) => module.VerifySlot));
const DeletedList = lazyPart(() => import('../_margin/deleted-list').then((module) => module.DeletedList));
const Conflicts = lazyPart(() => import('../_conflict/conflicts').then((module) => module.Conflicts));
const LateParts = lazyPart(() => import('./late-parts').then((module) => module.LateParts), {
  missing: Nothing,
});
const KeysHelp = lazyPart(() => import('./keys-help').then((module) => module.KeysHelp));
const OthersPlaces = lazyPart(() => import('../_text/others-places').then((module) => module.OthersPlaces), {
  missing: Nothing,
});

export interface ReadingRoomProps {
  article: Article;
  /** What is known of the article, in the line over the text. */
  about: ReactNode;
  /** Deleted ones included. */
  annotations: PackedAnnotations;
  /** How far the person has read what is said about each annotation. */
  readMarks: Readonly<Record<string, number>>;
  abilities: Abilities;
  workspace: { slug: string; timeZone: string };
  person: { id: string; name: string };
  /** Today in the workspace's time zone. */
  today: string;
  /** One's own open pass: the room shows it alone. */
  passId: string | null;
  /** What is said of blind passes on the article. */
  passLine: ReactNode;
  mayStartPass: boolean;
}

const NOTHING: readonly Span[] = [];

const PARTS_OF_READING = [FindWords.fetch, CommentsSlot.fetch];
const PARTS_OF_MARKING = [...PARTS_OF_READING, fetchForm];

/** The article with its notes in the margin: read, marked and checked by several people at once. */
export function ReadingRoom({
  article,
  about,
  annotations: packed,
  readMarks,
  abilities,
  workspace,
  person,
  today,
  passId,
  passLine,
  mayStartPass,
}: ReadingRoomProps) {
  const { revision } = article;
  const index = useMemo(() => new TextIndex(revision.text), [revision.text]);
  const rows = useMemo(() => unpackedAnnotations(packed, index), [packed, index]);
  const { store, snapshot } = useArticleStore({
    userId: person.id,
    userName: person.name,
    articleId: article.id,
    revisionId: revision.id,
    revisionNumber: revision.number,
    seq: article.seq,
    passId,
    annotations: rows,
  });
  const { annotations, deleted } = snapshot;
  const blocks = useMemo(() => blocksOf(index, revision.regions), [index, revision.regions]);
  const placed = useMemo(() => annotations.filter(({ anchor }) => anchor !== 'orphaned'), [annotations]);
  const places = useMemo(
    () => ({ placeOf: new Map(placed.map(({ id }, i) => [id, i + 1])), total: placed.length }),
    [placed],
  );

  const query = useSearchParams();
  const [view, setView] = useState<RoomView>(() => ({ ...FIRST_VIEW, filter: filterFromQuery(query) }));
  const [hoverId, setHover] = useState<string | null>(null);
  const [preview, setPreview] = useState<readonly Span[] | null>(null);
  const [wantsHidden, setWantsHidden] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const [startsPass, setStartsPass] = useState(false);
  const startPass = mayStartPass ? () => setStartsPass(true) : null;
  const [postponed, setPostponed] = useState<ReadonlySet<string>>(new Set());
  const [lettersWork, setLettersWork] = useLetterKeys();
  const textRef = useRef<HTMLDivElement>(null);
  const dirtyRef = useRef(false);
  const announce = useAnnounce();
  const discussions = useDiscussions(person, readMarks);

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

  const { selection, isShown, clear: drop } = useTextSelection(textRef, index, hidden, abilities.annotate);
  const { held, hold, drop: dropHeld } = useHeldWords(textRef, index);
  const selectedNow = selection?.spans ?? NOTHING;
  const selected = useMemo(() => allStretches(held, selectedNow), [held, selectedNow]);
  const clear = useCallback(() => {
    drop();
    dropHeld();
  }, [drop, dropHeld]);
  const [filterTurn, setFilterTurn] = useState(0);
  const onFilter = (change: Partial<Filter>) =>
    setView((was) => ({ ...was, filter: { ...was.filter, ...change } }));
  const { saving } = snapshot;
  const isUnsaved = useCallback((id: string) => saving.has(id), [saving]);
  const { fits, fitting, faint } = useFitting(placed, view.filter, snapshot.saving);
  useFilterInAddress(view.filter);
  const picking = usePicking(fitting, announce);
  const actions = useRoomActions(store, index, announce, setView, setHover, dirtyRef, {
    view,
    selected: isShown ? selected : held,
    selectedBefore: selected,
    clearSelection: clear,
    hidden,
    takeBack: picking.takeBack,
  });
  const { stack, press, leave: leaveStack } = useStack(textRef, openId, dirtyRef, actions);
  const openAtCaret = useCallback((ids: string[], place: DOMRect) => press(ids, true, place), [press]);
  const { caretRef, caretHandlers } = useKeyboardCaret(textRef, index, hidden, placed, openAtCaret);
  const spans = isShown ? selectedNow : NOTHING;
  const { selecting, select, tool, leaveTool } = useSelecting({
    textRef,
    caretRef,
    index,
    hidden,
    spans,
    announce,
  });
  const takerRef = useRef<StretchTaker | null>(null);
  const addWords = useAddWords({
    ...{ store, actions, announce, index, open, mode, takerRef, hold, clear },
    selected: isShown ? selected : NOTHING,
  });
  useRoomKeys(
    {
      actions,
      abilities,
      open,
      mode,
      hasSelection: isShown || held.length > 0,
      selecting,
      addWords,
      clearSelection: clear,
      isFiltering: isFiltering(view.filter),
      filter: () => setFilterTurn((turn) => turn + 1),
      showAll: () => onFilter(NO_FILTER),
      picking,
      showKeys: () => setShowsKeys(true),
      startPass,
    },
    lettersWork,
  );
  useOpenedInSight(textRef, index, view);
  useKeptSelection(textRef, index, annotations);
  usePaintedDraft(textRef, index, selected, isShown);
  useLoadedParts(abilities.annotate ? PARTS_OF_MARKING : PARTS_OF_READING);
  useSignInPrompt(snapshot, mode);
  const drafts = useDrafts(person.id);

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
        saidOn={{
          publishedAt: article.publishedAt,
          precision: article.publishedAtPrecision,
          basis: article.publishedAtBasis,
        }}
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

  const reading = {
    ...{ userId: person.id, articleId: article.id, revisionId: revision.id, blocks, index },
    onShow: (start: number) => showPassage(textRef.current, start),
  };

  return (
    <AnnotationPlacesContext value={places}>
      <DiscussionsContext value={discussions}>
        <div className={styles.room}>
          <a className="skip-link" href="#annotations">
            Skip to the annotations
          </a>
          <div className={styles.top}>
            <ArticleHeader article={article} about={about} workspaceSlug={workspace.slug}>
              <Presence
                people={snapshot.people}
                connection={snapshot.connection}
                isAnotherHere={snapshot.isAnotherHere}
                waiting={snapshot.saving.size}
                reading={reading}
              />
              <RoomTools
                {...{ selecting, textRef }}
                canAnnotate={abilities.annotate}
                onShowKeys={() => setShowsKeys(true)}
                startPass={startPass}
              >
                {abilities.annotate && (
                  <UndoButtons undo={snapshot.undo} redo={snapshot.redo} actions={actions} />
                )}
              </RoomTools>
            </ArticleHeader>
            {passLine}
            {snapshot.newRevisionId && (
              <Notice action={<Button onClick={() => location.reload()}>Show the new text</Button>}>
                This article has a newer text. You see the one before; what you mark is brought over.
              </Notice>
            )}
          </div>
          <div className={styles.text} data-text-column="">
            <ArticleText
              {...{ blocks, index, openId, hoverId, passage, preview, showHidden, textRef, caretHandlers }}
              annotations={placed}
              faint={faint}
              title={article.title}
              language={article.language}
              onShowHidden={setWantsHidden}
              onHover={setHover}
              onOpen={press}
            />
            {snapshot.people.length > 0 && (
              <OthersPlaces
                {...reading}
                textRef={textRef}
                selected={isShown ? selected : NOTHING}
                annotations={placed}
              />
            )}
            {selection && isShown && (
              <SelectionToolbar
                selection={selection}
                heldCount={held.length}
                isNoteOpen={open !== null && open.anchor !== 'orphaned'}
                onMark={actions.mark}
                onWiden={selecting.widen}
                onAdd={addWords}
              />
            )}
            {stack && !isShown && (
              <StackList {...{ stack, annotations, openId, textRef, actions }} onLeave={leaveStack} />
            )}
            {tool === 'find' && (
              <FindWords
                {...{ textRef, index, hidden }}
                canAnnotate={abilities.annotate}
                onSelect={select}
                onMark={(kind, hit) =>
                  actions.mark(kind, snappedSpans(index, hit, { toWords: true, hidden }))
                }
                onShowHidden={() => setWantsHidden(true)}
                onLeave={leaveTool}
              />
            )}
            {tool === 'two presses' && (
              <TwoPresses {...{ textRef, caretRef, index }} onSelect={select} onLeave={leaveTool} />
            )}
          </div>
          <div className={styles.margin}>
            {orphans.length > 0 && (
              <OrphanTray
                {...{ orphans, actions }}
                selectedWords={selected.map(({ start, end }) => index.slice(start, end)).join(' … ')}
                canAnnotate={abilities.annotate}
                revisionsHref={`/${workspace.slug}/articles/${article.id}/revisions/${revision.number}`}
              />
            )}
            <PickingContext value={abilities.annotate ? picking : null}>
              <StretchTakerContext value={takerRef}>
                <Margin
                  annotations={noted}
                  {...{ blocks, openId, hoverId, textRef, actions }}
                  fits={fits}
                  head={
                    <MarginHead
                      annotations={placed}
                      fittingCount={fitting.length}
                      isEmpty={fitting.length === 0 && !open && !kept}
                      filter={view.filter}
                      isUnsaved={isUnsaved}
                      canAnnotate={abilities.annotate}
                      filterTurn={filterTurn}
                      onFilter={onFilter}
                      picking={abilities.annotate ? picking : null}
                    >
                      <BulkTools
                        {...{ picking, annotations, store, actions, today, isUnsaved }}
                        canVerify={abilities.verify}
                        personId={person.id}
                        isConnected={!['offline', 'signed_out', 'closed'].includes(snapshot.connection)}
                      />
                    </MarginHead>
                  }
                  cardProps={(annotation) => ({
                    mode: annotation.id === openId ? mode : 'read',
                    saving: snapshot.saving.get(annotation.id),
                    refusal: snapshot.refusals.get(annotation.id),
                    conflict: snapshot.conflicts.get(annotation.id),
                    begun: drafts.get(annotation.id),
                    abilities,
                    workspaceSlug: workspace.slug,
                    timeZone: workspace.timeZone,
                    onRetry: retry,
                    onDiscard: discard,
                    onCompare: compare,
                    form: annotation.id === openId && mode !== 'read' ? formOf(annotation) : null,
                  })}
                >
                  {deleted.length > 0 && (
                    <DeletedList
                      annotations={kept ? deleted.filter((annotation) => annotation !== kept) : deleted}
                      canRestore={abilities.annotate}
                      onRestore={actions.restore}
                    />
                  )}
                </Margin>
              </StretchTakerContext>
            </PickingContext>
          </div>
          <Strip annotations={placed} faint={faint} textRef={textRef} openId={openId} actions={actions} />
          <LateParts
            arrived={snapshot.arrived}
            find={(id) =>
              annotations.find((each) => each.id === id) ?? deleted.find((each) => each.id === id)
            }
          />
          <Conflicts
            conflicts={snapshot.conflicts}
            postponed={postponed}
            onChoose={(id, choice) => store.resolveConflict(id, choice)}
            onLater={(id) => setPostponed((was) => new Set(was).add(id))}
          />
          {startsPass && <StartPass articleId={article.id} onLeave={() => setStartsPass(false)} />}
          {showsKeys && (
            <KeysHelp
              onOpenChange={setShowsKeys}
              abilities={abilities}
              lettersWork={lettersWork}
              onLettersWork={setLettersWork}
            />
          )}
        </div>
      </DiscussionsContext>
    </AnnotationPlacesContext>
  );
}
