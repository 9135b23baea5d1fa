'use client';
import { type ReactNode, type RefObject, useState } from 'react';
import { wordOfOutcome, wordOfUnitState, wordsOfAgreement } from '@/app/_marks/adjudication-words';
import { KindMark } from '@/app/_marks/kind-mark';
import { wordOfStatus } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { TextField } from '@/app/_ui/field';
import { KeyHint } from '@/app/_ui/key-hint';
import type { ArticleAdjudication, ShownUnit } from '@/lib/domain/adjudication/adjudication-schema';
import { waits } from '@/lib/domain/adjudication/adjudication-unit';
import type { Annotation } from '@/lib/domain/annotation';
import { firstStatusOf } from '@/lib/domain/vocabulary';
import { fieldsInWords } from '../../../../articles/[article]/_components/version-words';
import type { Decision } from './use-adjudication';
import styles from './unit-panel.module.css';

type Annotator = ArticleAdjudication['revisions'][number]['annotators'][number];

/** A member of the unit that is shown, with who marked it and the key that takes it. */
export interface Version extends Annotator {
  annotation: Annotation;
  takeKey: string | null;
}

/** The key that takes what the n-th annotator marked: their letter, from the fourth on a number. */
export const takeKeyOf = (position: number): string | null =>
  position < 3 ? 'ABC'[position]! : position < 9 ? String(position + 1) : null;

export function versionsOf(unit: ShownUnit, annotators: readonly Annotator[]): Version[] {
  return annotators.flatMap((annotator, i) => {
    const member = unit.members.find(({ annotatorId }) => annotatorId === annotator.id);
    return member ? [{ ...annotator, annotation: member.annotation, takeKey: takeKeyOf(i) }] : [];
  });
}

/** What is decided now: the versions field by field, and every way to decide. */
export function UnitPanel({
  unit,
  place,
  versions,
  annotators,
  heading,
  isBusy,
  onDecide,
  onEdit,
  onUndo,
}: {
  unit: ShownUnit;
  /** “3 of 40”. */
  place: string;
  versions: readonly Version[];
  annotators: readonly Annotator[];
  /** Takes the focus when another unit is shown. */
  heading: RefObject<HTMLHeadingElement | null>;
  isBusy: boolean;
  onDecide: (decision: Decision) => void;
  onEdit: () => void;
  onUndo: () => void;
}) {
  const missing = annotators.filter(({ id }) => unit.missing.includes(id));
  const several = versions.length > 1;
  return (
    <section className={styles.panel} aria-labelledby="unit-heading">
      <h2 id="unit-heading" ref={heading} tabIndex={-1} className={styles.heading}>
        <span>
          {place}: {wordOfUnitState(unit.state)}
        </span>
        <span className={styles.kinds}>
          {[...new Set(versions.map(({ annotation }) => annotation.kind))].map((kind) => (
            <KindMark key={kind} kind={kind} />
          ))}
        </span>
      </h2>
      <p className={styles.agreement}>
        {wordsOfAgreement(unit.agreement)}
        {missing.length > 0 && ` ${nothingBy(missing)}`}
      </p>
      {unit.decision && (
        <DecisionLine decision={unit.decision} isChanged={unit.state === 'changed'}>
          <Button size="small" busy={isBusy} onClick={onUndo}>
            Undo <KeyHint keys="U" />
          </Button>
        </DecisionLine>
      )}
      <Versions versions={versions} />
      <div className={styles.acts} role="group" aria-label="Decide">
        {versions.map(({ id, letter, name, annotation, takeKey }) => (
          <Button
            key={id}
            variant={several ? 'quiet' : 'primary'}
            disabled={isBusy}
            onClick={() => onDecide({ outcome: 'take', take: [annotation.id] })}
          >
            Take {letter} <span className={styles.name}>{name}</span> {takeKey && <KeyHint keys={takeKey} />}
          </Button>
        ))}
        {several && (
          <Button disabled={isBusy} onClick={() => onDecide({ outcome: 'both' })}>
            {versions.length === 2 ? 'Take both' : 'Take all'} <KeyHint keys="2" />
          </Button>
        )}
        <Button disabled={isBusy} onClick={onEdit}>
          Edit… <KeyHint keys="E" />
        </Button>
        <Button disabled={isBusy} onClick={() => onDecide({ outcome: 'none' })}>
          Take none <KeyHint keys="N" />
        </Button>
        <Button disabled={isBusy} onClick={() => onDecide({ outcome: 'disagreement' })}>
          Keep as a disagreement <KeyHint keys="D" />
        </Button>
      </div>
      {!waits(unit) && <p className="small soft">Deciding again takes the place of this decision.</p>}
    </section>
  );
}

const nothingBy = (annotators: readonly Annotator[]): string =>
  `${new Intl.ListFormat('en').format(annotators.map(({ letter, name }) => `${letter} (${name})`))} marked nothing here.`;

function DecisionLine({
  decision: { outcome, note, decidedBy },
  isChanged,
  children,
}: {
  decision: NonNullable<ShownUnit['decision']>;
  isChanged: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.decision}>
      <p>
        <strong>{wordOfOutcome(outcome)}</strong> by {decidedBy.name}
        {note && <>: “{note}”</>}
        {isChanged && '. A pass that was revealed since has a mark here that this decision did not know.'}
      </p>
      {children}
    </div>
  );
}

/** What one version says of a field; empty words where it says nothing. */
interface FieldRow {
  key: string;
  label: string;
  values: string[];
  differs: boolean;
}

function rowsOf(versions: readonly Version[]): FieldRow[] {
  const columns = versions.map(
    ({ annotation }) => new Map(fieldsOf(annotation).map((field) => [field.key, field])),
  );
  const keys = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  return keys.map((key) => {
    const values = columns.map((column) => column.get(key)?.value ?? '');
    const label = columns.flatMap((column) => column.get(key)?.label ?? [])[0]!;
    return { key, label, values, differs: new Set(values).size > 1 };
  });
}

/** A verdict that was given in the pass is shown, and not taken over: what stands for everybody is checked by its own rules. */
const fieldsOf = (annotation: Annotation) => [
  ...fieldsInWords(annotation).filter(
    ({ key, value }) => key !== 'kind' && (value !== '' || key === 'words'),
  ),
  ...(annotation.status === firstStatusOf(annotation.kind)
    ? []
    : [{ key: 'status', label: 'Verdict (not taken over)', value: wordOfStatus(annotation.status) }]),
];

function Versions({ versions }: { versions: readonly Version[] }) {
  const rows = rowsOf(versions);
  const hasKinds = new Set(versions.map(({ annotation }) => annotation.kind)).size > 1;
  return (
    <div className={styles.versions}>
      <table className={classNames('table', 'table-fold', styles.table)}>
        <thead>
          <tr>
            <td />
            {versions.map(({ id, letter, name }) => (
              <th key={id} scope="col">
                <span className={styles.letter}>{letter}</span> {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hasKinds && (
            <tr className={styles.differs}>
              <th scope="row">
                Kind <Differs />
              </th>
              {versions.map(({ id, letter, annotation }) => (
                <td key={id}>
                  <Who letter={letter} />
                  <KindMark kind={annotation.kind} />
                </td>
              ))}
            </tr>
          )}
          {rows.map(({ key, label, values, differs }) => (
            <tr key={key} className={classNames(differs && styles.differs)}>
              <th scope="row">
                {label} {differs && <Differs />}
              </th>
              {values.map((value, i) => (
                <td key={versions[i]!.id} className={classNames(key === 'words' && styles.words)}>
                  <Who letter={versions[i]!.letter} />
                  {value === '' ? (
                    <span className="soft">nothing</span>
                  ) : key === 'words' ? (
                    <InContext annotation={versions[i]!.annotation}>{value}</InContext>
                  ) : (
                    <span dir="auto">{value}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** On a phone, where the text is further below, with the words around. */
const InContext = ({ annotation: { spans }, children }: { annotation: Annotation; children: string }) => (
  <span dir="auto">
    <span className={styles.around}>…{spans[0]?.prefix}</span>
    {children}
    <span className={styles.around}>{spans.at(-1)?.suffix}…</span>
  </span>
);

const Differs = () => <span className={styles.sign}>differs</span>;
/** On a phone the columns are lines. */
const Who = ({ letter }: { letter: string }) => (
  <span className={styles.who}>
    <span className={styles.letter}>{letter}</span>{' '}
  </span>
);

/** A note that goes with the next decision. */
export function useNote(): { note: string; field: ReactNode; clear: () => void } {
  const [note, setNote] = useState('');
  return {
    note,
    clear: () => setNote(''),
    field: (
      <TextField
        label="Note for the annotators"
        hint="Goes with the next decision."
        optional
        value={note}
        maxLength={2_000}
        onChange={(event) => setNote(event.target.value)}
      />
    ),
  };
}
