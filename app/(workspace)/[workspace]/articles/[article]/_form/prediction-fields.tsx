'use client';
import { useState } from 'react';
import { wordOfDeadlineBasis, wordOfPolarity } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { dayInWords } from '@/app/_ui/dates';
import { Select, TextField } from '@/app/_ui/field';
import { horizonFromWords, type ReadHorizon, type SaidOn } from '@/lib/domain/horizon';
import { measureHints, type MeasureHints } from '@/lib/domain/threshold-hints';
import { comparatorInWords, thresholdInWords } from '@/lib/domain/threshold-words';
import { COMPARATORS, type Comparator, POLARITIES, type Polarity } from '@/lib/domain/vocabulary';
import styles from './annotation-form.module.css';
import type { FormDraft, ThresholdFields } from './form-draft';

/**
 * What the words of the horizon are read as, with where that comes from; taken by a button, never filled in by itself.
 * Where a deadline stands, it says where that comes from.
 */
export function HorizonOffer({
  draft,
  saidOn,
  onChange,
}: {
  draft: FormDraft;
  saidOn: SaidOn;
  onChange: (change: Partial<FormDraft>) => void;
}) {
  const { deadline, deadlineBasis, horizonText } = draft;
  if (deadline)
    return <p className={styles.note}>Deadline: {wordOfDeadlineBasis(deadlineBasis || 'editor')}.</p>;
  const read = horizonText.trim() ? horizonFromWords(horizonText, saidOn) : null;
  if (!read) return null;
  if (!read.deadline)
    return (
      <p className={styles.note}>
        No deadline read from “{horizonText.trim()}”: {read.reason}.
      </p>
    );
  const take = () =>
    onChange({
      deadline: read.deadline!,
      deadlineBasis: read.basis!,
      deadlineEarliest: firstDayOf(read) ?? '',
    });
  return (
    <div className={styles.note} role="group" aria-label="What the words say">
      <p>
        Read from “{horizonText.trim()}”: {rangeInWords(read)}, {read.basis}
        {read.basis === 'inferred' && ` (${read.reason})`}.
      </p>
      <Button size="small" onClick={take}>
        Use it
      </Button>
    </div>
  );
}

/** The first day on which it may come due: of the window that is named, else of what the article's date leaves open. */
const firstDayOf = ({ earliest, uncertainty }: ReadHorizon): string | null =>
  earliest ?? uncertainty?.earliest ?? null;

function rangeInWords(read: ReadHorizon): string {
  const first = firstDayOf(read);
  const last = dayInWords(read.deadline!);
  return first && first !== read.deadline ? `${dayInWords(first)} – ${last}` : last;
}

/** Direction and number, folded away; what the words suggest is offered beside them. */
export function MeasureFields({
  draft,
  words,
  onChange,
}: {
  draft: FormDraft;
  words: string;
  onChange: (change: Partial<FormDraft>) => void;
}) {
  const { polarity, threshold } = draft;
  const hints = measureHints(words);
  const [wasFilled] = useState(polarity !== '' || threshold.value !== '');
  const change = (part: Partial<ThresholdFields>) => onChange({ threshold: { ...threshold, ...part } });
  const isBegun = [threshold.quantity, threshold.value, threshold.upper].some((text) => text.trim() !== '');
  return (
    <details className={styles.more} open={wasFilled || undefined}>
      <summary>Direction and number</summary>
      <div className={styles.measure}>
        <Select
          label="Direction"
          value={polarity}
          options={[
            { value: '', label: 'Not said' },
            ...POLARITIES.map((value) => ({ value, label: wordOfPolarity(value) })),
          ]}
          onChange={(event) => onChange({ polarity: event.target.value as Polarity | '' })}
        />
        {polarity === '' && hints.polarity && (
          <PolarityHint hint={hints.polarity} onTake={(value) => onChange({ polarity: value })} />
        )}
        <TextField
          label="What is counted or measured"
          optional={!isBegun}
          placeholder="passengers, inflation"
          value={threshold.quantity}
          maxLength={300}
          required={isBegun}
          onChange={(event) => change({ quantity: event.target.value })}
        />
        <Select
          label="Compared"
          value={threshold.comparator}
          options={COMPARATORS.map((value) => ({ value, label: comparatorInWords(value) }))}
          onChange={(event) => change({ comparator: event.target.value as Comparator })}
        />
        <NumberField
          label="Number"
          value={threshold.value}
          isRequired={isBegun}
          onChange={(value) => change({ value })}
        />
        {threshold.comparator === 'between' && (
          <NumberField
            label="Up to"
            value={threshold.upper}
            min={threshold.value}
            isRequired={isBegun}
            onChange={(upper) => change({ upper })}
          />
        )}
        <TextField
          label="Unit"
          optional
          placeholder="people, %, $"
          value={threshold.unit}
          maxLength={100}
          onChange={(event) => change({ unit: event.target.value })}
        />
        {threshold.value === '' && hints.threshold && (
          <ThresholdHint hint={hints.threshold} onTake={change} />
        )}
      </div>
    </details>
  );
}

function NumberField({
  label,
  value,
  min,
  isRequired,
  onChange,
}: {
  label: string;
  value: string;
  min?: string;
  isRequired: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <TextField
      label={label}
      optional={!isRequired}
      type="number"
      inputMode="decimal"
      step="any"
      min={min}
      required={isRequired}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function PolarityHint({
  hint,
  onTake,
}: {
  hint: NonNullable<MeasureHints['polarity']>;
  onTake: (value: Polarity) => void;
}) {
  return (
    <p className={styles.note}>
      “{hint.words}”:{' '}
      <Button variant="link" size="small" onClick={() => onTake(hint.value)}>
        Use “{wordOfPolarity(hint.value)}”
      </Button>
    </p>
  );
}

function ThresholdHint({
  hint,
  onTake,
}: {
  hint: NonNullable<MeasureHints['threshold']>;
  onTake: (fields: Partial<ThresholdFields>) => void;
}) {
  const { words, ...figure } = hint;
  const { comparator, value, upper, unit } = figure;
  return (
    <p className={styles.note}>
      “{words}”:{' '}
      <Button
        variant="link"
        size="small"
        onClick={() =>
          onTake({
            comparator,
            value: String(value),
            upper: upper === null ? '' : String(upper),
            unit: unit ?? '',
          })
        }
      >
        Use “{thresholdInWords({ ...figure, quantity: '' })}”
      </Button>
    </p>
  );
}
