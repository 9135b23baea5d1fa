'use client';
import { wordOfQuoteForm } from '@/app/_marks/words';
import { Select, TextArea, TextField } from '@/app/_ui/field';
import { QUOTE_FORMS } from '@/lib/domain/vocabulary';
import type { FormDraft } from './form-draft';

/** What only the annotation's kind has. */
export function KindFields({
  draft,
  onChange,
}: {
  draft: FormDraft;
  onChange: (change: Partial<FormDraft>) => void;
}) {
  const write = (field: keyof FormDraft) => (event: { target: { value: string } }) =>
    onChange({ [field]: event.target.value });
  switch (draft.kind) {
    case 'claim':
      return (
        <>
          <TextArea
            label="In checkable words"
            optional
            hint="One sentence that is true or false by itself."
            rows={2}
            value={draft.normalized}
            onChange={write('normalized')}
          />
          <Select
            label="Worth checking"
            value={draft.checkworthy}
            options={[
              { value: '', label: 'Not decided' },
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
            onChange={write('checkworthy')}
          />
        </>
      );
    case 'quote':
      return (
        <Select
          label="Form"
          value={draft.form}
          options={[
            { value: '', label: 'Not decided' },
            ...QUOTE_FORMS.map((form) => ({ value: form, label: wordOfQuoteForm(form) })),
          ]}
          onChange={write('form')}
        />
      );
    case 'prediction':
      return (
        <>
          <TextField
            label="Horizon"
            optional
            placeholder="next week, by the spring"
            value={draft.horizonText}
            onChange={write('horizonText')}
          />
          <TextField
            label="Deadline"
            optional
            type="date"
            value={draft.deadline}
            onChange={write('deadline')}
          />
          <TextField
            label="Condition"
            optional
            placeholder="if the council agrees"
            value={draft.condition}
            onChange={write('condition')}
          />
          <TextField
            label="Likelihood words"
            optional
            placeholder="probably, is expected to"
            value={draft.likelihoodWords}
            onChange={write('likelihoodWords')}
          />
          <TextArea
            label="Counts as come true when"
            optional
            rows={2}
            value={draft.criteria}
            onChange={write('criteria')}
          />
        </>
      );
  }
}
