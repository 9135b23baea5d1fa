'use client';
import { wordOfQuoteForm } from '@/app/_marks/words';
import { Select, TextArea, TextField } from '@/app/_ui/field';
import { QUOTE_FORMS } from '@/lib/domain/vocabulary';
import type { SaidOn } from '@/lib/domain/horizon';
import type { FormDraft } from './form-draft';
import { HorizonOffer, MeasureFields } from './prediction-fields';

/** What only the annotation's kind has. */
export function KindFields({
  draft,
  saidOn,
  words,
  onChange,
}: {
  draft: FormDraft;
  saidOn: SaidOn;
  /** The words that are marked. */
  words: string;
  onChange: (change: Partial<FormDraft>) => void;
}) {
  /** What every field of the form has: its value, and that it may be left empty. */
  const field = <F extends keyof FormDraft>(name: F) => ({
    value: draft[name],
    optional: true,
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  switch (draft.kind) {
    case 'claim':
      return (
        <>
          <TextArea
            {...field('normalized')}
            label="In checkable words"
            hint="One sentence that is true or false by itself."
            rows={2}
          />
          <Select
            {...field('checkworthy')}
            label="Worth checking"
            optional={false}
            options={[
              { value: '', label: 'Not decided' },
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
          <TextField
            {...field('judgedAsOf')}
            label="Judged as of"
            hint="What was true on this day; without one, on the day of the article."
            type="date"
          />
        </>
      );
    case 'quote':
      return (
        <Select
          {...field('form')}
          label="Form"
          optional={false}
          options={[
            { value: '', label: 'Not decided' },
            ...QUOTE_FORMS.map((form) => ({ value: form, label: wordOfQuoteForm(form) })),
          ]}
        />
      );
    case 'prediction':
      return (
        <>
          <TextField {...field('horizonText')} label="Horizon" placeholder="next week, by the spring" />
          <TextField
            {...field('deadline')}
            label="Deadline"
            type="date"
            onChange={(event) =>
              onChange({ deadline: event.target.value, deadlineBasis: '', deadlineEarliest: '' })
            }
          />
          <HorizonOffer draft={draft} saidOn={saidOn} onChange={onChange} />
          <TextField {...field('condition')} label="Condition" placeholder="if the council agrees" />
          <TextField
            {...field('likelihoodWords')}
            label="Likelihood words"
            placeholder="probably, is expected to"
          />
          <TextField
            {...field('percent')}
            label="Number in the text"
            hint="Where it gives one: in per cent."
            type="number"
            inputMode="decimal"
            min={0}
            max={100}
            step="any"
          />
          <TextArea {...field('criteria')} label="Counts as come true when" rows={2} />
          <MeasureFields draft={draft} words={words} onChange={onChange} />
        </>
      );
  }
}
