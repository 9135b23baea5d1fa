'use client';
import type { Route } from 'next';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { KeyHint } from '@/app/_ui/key-hint';
import { Notice } from '@/app/_ui/notice';
import { PlaceLink } from '@/app/_ui/place-link';
import { useAnnounce } from '@/app/_ui/toast';
import type { ArticleAdjudication, ShownUnit } from '@/lib/domain/adjudication/adjudication-schema';
import { type Agreeing, waits } from '@/lib/domain/adjudication/adjudication-unit';
import type { Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { firstStatusOf } from '@/lib/domain/vocabulary';
import { useLetterKeys } from '../../../../articles/[article]/_components/use-letter-keys';
import { AnnotationForm } from '../../../../articles/[article]/_form/annotation-form';
import styles from './adjudication-room.module.css';
import { AdjudicationText, BESIDE } from './adjudication-text';
import { editedRequest } from './edited-request';
import { MergeDialog } from './merge-dialog';
import { RoomHelp } from './room-help';
import { UnitList } from './unit-list';
import { takeKeyOf, UnitPanel, useNote, type Version, versionsOf } from './unit-panel';
import { type Decision, useAdjudication } from './use-adjudication';
import { type DecisionKeys, useDecisionKeys } from './use-decision-keys';

type Revision = ArticleAdjudication['revisions'][number];

const unitsIn = ({ revisions }: ArticleAdjudication): ShownUnit[] => revisions.flatMap(({ units }) => units);

/** The unit that waits next after one, in the order of the text and round; the unit itself where no other does. */
function nextWaiting(units: readonly ShownUnit[], from: string | null, step: 1 | -1): ShownUnit | null {
  const at = Math.max(
    0,
    units.findIndex(({ key }) => key === from),
  );
  for (let i = 1; i <= units.length; i++) {
    const unit = units[(at + step * i + units.length * i) % units.length]!;
    if (waits(unit)) return unit;
  }
  return null;
}

const progressInWords = ({ progress: { decided, units } }: ArticleAdjudication): string =>
  `${decided} of ${units} decided`;

/** What a decision is told as. */
function toldOf({ outcome, take }: Decision, versions: readonly Version[]): string {
  const taken = versions.find(({ annotation }) => annotation.id === take?.[0]);
  if (outcome === 'take') return `Took ${taken?.letter ?? 'it'}.`;
  if (outcome === 'both') return 'Took all of them.';
  if (outcome === 'edit') return 'Took it with your changes.';
  return outcome === 'none' ? 'Took none.' : 'Kept as a disagreement.';
}

/** The marks of several annotators on one article, decided one after the other, by keys or buttons. */
export function AdjudicationRoom({
  adjudication,
  workspaceSlug,
  head,
}: {
  adjudication: ArticleAdjudication;
  workspaceSlug: string;
  head: ReactNode;
}) {
  const { shown, isBusy, refusal, dismissRefusal, decide, undo, merge } = useAdjudication(adjudication);
  const announce = useAnnounce();
  const units = unitsIn(shown);
  const [key, setKey] = useState<string | null>(
    () => (nextWaiting(units, units.at(-1)?.key ?? null, 1) ?? units[0])?.key ?? null,
  );
  const [open, setOpen] = useState<'edit' | 'merge' | 'help' | null>(null);
  const [preview, setPreview] = useState<readonly Span[] | null>(null);
  const lastDecision = useRef<string[]>([]);
  const [lettersWork, setLettersWork] = useLetterKeys();
  const note = useNote();
  const heading = useRef<HTMLHeadingElement>(null);
  const isToFocus = useRef(false);
  // Once what comes next is shown: only then does a screen reader read that.
  useEffect(() => {
    if (!isToFocus.current || isBusy || !heading.current) return;
    isToFocus.current = false;
    heading.current.focus({ preventScroll: matchMedia(BESIDE).matches });
  });
  const focusHeading = () => {
    isToFocus.current = true;
  };

  const unit = units.find((each) => each.key === key) ?? units[0] ?? null;
  const revision = shown.revisions.find(({ id }) => id === unit?.revisionId) ?? shown.revisions[0]!;
  const versions = unit ? versionsOf(unit, revision.annotators) : [];

  const show = (next: ShownUnit | null) => {
    if (!next) return;
    setOpen(null);
    setPreview(null);
    setKey(next.key);
    dismissRefusal();
    if (next.key === unit?.key && open === null) heading.current?.focus({ preventScroll: true });
    else focusHeading();
  };
  const step = (way: 1 | -1) => {
    const next = nextWaiting(units, unit?.key ?? null, way);
    if (!next) return announce('Nothing waits any more.');
    show(next);
  };
  const choose = async (decision: Decision) => {
    if (!unit) return;
    const told = toldOf(decision, versions);
    const done = await decide(unit, { ...decision, note: note.note.trim() || null });
    if (!done) return;
    note.clear();
    lastDecision.current.push(done.value.id);
    announce(`${told} ${progressInWords(done.now)}.`, { undo: () => void takeBack(done.value.id) });
    setOpen(null);
    setPreview(null);
    const next = nextWaiting(unitsIn(done.now), unit.key, 1);
    if (next) setKey(next.key);
    focusHeading();
  };
  const takeBack = async (decisionId: string) => {
    const done = await undo(decisionId);
    if (!done) return;
    lastDecision.current = lastDecision.current.filter((id) => id !== decisionId);
    announce(`Decision taken back. ${progressInWords(done.now)}.`);
    const origins = new Set(done.value.origins.map(({ annotationId }) => annotationId));
    const back = unitsIn(done.now).find(({ members }) =>
      members.some(({ annotation }) => origins.has(annotation.id)),
    );
    if (back) setKey(back.key);
    focusHeading();
  };
  const undoLast = () => {
    const id = unit?.decision?.id ?? lastDecision.current.at(-1);
    if (id) void takeBack(id);
    else announce('There is nothing to undo.');
  };
  const mergeNow = async (agreeing: Agreeing) => {
    const done = await merge(agreeing);
    setOpen(null);
    if (!done) return;
    const { merged, progress, skipped } = done.value;
    const gone =
      skipped.text_changed > 0
        ? ` ${skipped.text_changed} could not be: the words are gone from the newer text.`
        : '';
    announce(`Merged ${merged}. ${progress.waiting} wait for you.${gone}`);
    const held = unitsIn(done.now).find((each) => each.key === unit?.key);
    if (!held || !waits(held))
      setKey((nextWaiting(unitsIn(done.now), unit?.key ?? null, 1) ?? held)?.key ?? null);
    focusHeading();
  };

  const keys: DecisionKeys = {
    J: () => step(1),
    K: () => step(-1),
    M: () => setOpen('merge'),
    U: undoLast,
    '?': () => setOpen('help'),
    ...(unit && {
      E: () => setOpen('edit'),
      N: () => void choose({ outcome: 'none' }),
      D: () => void choose({ outcome: 'disagreement' }),
      2: () =>
        versions.length > 1 ? void choose({ outcome: 'both' }) : announce('There is only one mark here.'),
    }),
    ...Object.fromEntries(
      revision.annotators.flatMap(({ id, letter }, i) => {
        const takeKey = takeKeyOf(i);
        const version = versions.find((each) => each.id === id);
        const take = () =>
          version
            ? void choose({ outcome: 'take', take: [version.annotation.id] })
            : announce(`${letter} marked nothing here.`);
        return takeKey ? [[takeKey, take]] : [];
      }),
    ),
  };
  useDecisionKeys(keys, lettersWork);

  return (
    <div className={`page ${styles.page}`}>
      <header className={`page-head ${styles.head}`}>
        <div>
          {head}
          <h1 dir="auto">{shown.title}</h1>
          <p className={styles.progress}>
            <progress
              max={Math.max(1, shown.progress.units)}
              value={shown.progress.decided}
              aria-hidden="true"
            />{' '}
            <span className="figures">{progressInWords(shown)}</span>
          </p>
        </div>
        <div className={styles.tools}>
          <Button onClick={() => setOpen('merge')}>
            Merge what agrees <KeyHint keys="M" />
          </Button>
          <Button variant="bare" onClick={() => setOpen('help')}>
            Keys <KeyHint keys="?" />
          </Button>
        </div>
      </header>
      <div className={styles.columns}>
        <div className={styles.side}>
          {refusal && (
            <Notice tone="error" title="Nothing was saved">
              {refusal.message}
            </Notice>
          )}
          {!unit ? (
            <Notice>Nobody marked anything in these passes, so that there is nothing to decide.</Notice>
          ) : (
            <>
              {shown.progress.waiting === 0 && (
                <Notice tone="success" title="Everything is decided">
                  The annotators can see what became of their marks.{' '}
                  <PlaceLink href={`/${workspaceSlug}/articles/${shown.articleId}` as Route}>
                    Open the article
                  </PlaceLink>
                </Notice>
              )}
              <div className={styles.steps}>
                <Button size="small" onClick={() => step(-1)}>
                  Previous <KeyHint keys="K" />
                </Button>
                <Button size="small" onClick={() => step(1)}>
                  Next <KeyHint keys="J" />
                </Button>
              </div>
              {open === 'edit' ? (
                <Editor
                  key={unit.key}
                  {...{ unit, revision, versions, shown, workspaceSlug }}
                  onPreview={setPreview}
                  onSave={(from, annotation) => choose({ outcome: 'edit', take: [from], annotation })}
                  onCancel={() => {
                    setOpen(null);
                    setPreview(null);
                    focusHeading();
                  }}
                />
              ) : (
                <UnitPanel
                  unit={unit}
                  place={`${units.indexOf(unit) + 1} of ${units.length}`}
                  versions={versions}
                  annotators={revision.annotators}
                  heading={heading}
                  isBusy={isBusy}
                  onDecide={(decision) => void choose(decision)}
                  onEdit={() => setOpen('edit')}
                  onUndo={undoLast}
                />
              )}
              {note.field}
              <UnitList units={units} current={unit} onPick={show} />
            </>
          )}
        </div>
        <Text {...{ revision, shown, preview }} current={unit} onPick={show} />
      </div>
      {open === 'merge' && (
        <MergeDialog
          adjudication={shown}
          isBusy={isBusy}
          onMerge={(agreeing) => void mergeNow(agreeing)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'help' && (
        <RoomHelp lettersWork={lettersWork} onLettersWork={setLettersWork} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

function Text({
  revision,
  shown,
  current,
  preview,
  onPick,
}: {
  revision: Revision;
  shown: ArticleAdjudication;
  current: ShownUnit | null;
  preview: readonly Span[] | null;
  onPick: (unit: ShownUnit) => void;
}) {
  const index = useMemo(() => new TextIndex(revision.text ?? ''), [revision.text]);
  return (
    <section className={styles.article} aria-label="The text with all marks">
      <p className="small soft">
        {revision.annotators.map(({ letter, name }) => `${letter}: ${name}`).join(' · ')}. A’s lines are
        nearest to the words; what is decided is grey.
        {revision.id !== shown.currentRevisionId &&
          ' These passes are of an earlier text: what is taken is carried over to the one that is read now.'}
      </p>
      <AdjudicationText {...{ revision, index, current, preview, onPick }} />
    </section>
  );
}

/** The form of the article, filled with what the first annotator of the unit marked. */
function Editor({
  unit,
  revision,
  versions,
  shown,
  workspaceSlug,
  onPreview,
  onSave,
  onCancel,
}: {
  unit: ShownUnit;
  revision: Revision;
  versions: readonly Version[];
  shown: ArticleAdjudication;
  workspaceSlug: string;
  onPreview: (spans: readonly Span[] | null) => void;
  onSave: (from: string, annotation: Record<string, unknown>) => Promise<void>;
  onCancel: () => void;
}) {
  const [from, setFrom] = useState(versions[0]!);
  const index = useMemo(() => new TextIndex(revision.text ?? ''), [revision.text]);
  const place = useRef<HTMLDivElement>(null);
  // On a touch screen the form leaves the focus where it was, which is gone.
  useEffect(() => place.current?.focus(), []);
  const annotation = useMemo(
    () => ({ ...from.annotation, status: firstStatusOf(from.annotation.kind) }),
    [from.annotation],
  );
  return (
    <div ref={place} tabIndex={-1} className={styles.editor}>
      {versions.length > 1 && (
        <div className={styles.steps} role="group" aria-label="Begin with">
          {versions.map((version) => (
            <Button
              key={version.id}
              size="small"
              aria-pressed={version.id === from.id}
              onClick={() => setFrom(version)}
            >
              Begin with {version.letter}
            </Button>
          ))}
        </div>
      )}
      <AnnotationForm
        key={from.id}
        annotation={annotation}
        isNew={false}
        index={index}
        annotations={unit.members.map((member) => member.annotation)}
        selected={NOTHING}
        saidOn={{
          publishedAt: shown.publishedAt,
          precision: shown.publishedAtPrecision,
          basis: shown.publishedAtBasis,
        }}
        workspaceSlug={workspaceSlug}
        onPreview={onPreview}
        onDirty={ignore}
        onSave={(patch, opened) => onSave(from.annotation.id, editedRequest(opened, patch))}
        onCancel={onCancel}
      />
    </div>
  );
}

const NOTHING: readonly Span[] = [];
const ignore = (): void => {};
