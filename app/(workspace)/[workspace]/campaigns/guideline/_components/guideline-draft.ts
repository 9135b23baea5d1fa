import type { AttributeDefinition } from '@/lib/domain/annotation-attributes';
import { attributeKeyFrom } from '@/lib/domain/attribute-key';
import type { Guideline } from '@/lib/domain/guideline';
import type { GuidelineContent } from './save-guideline';

/** A tag as it is typed; `id` tells it from the others while its name changes. */
export interface TagFields {
  id: number;
  name: string;
  meaning: string;
}

/** An attribute as it is typed. `key` is null for a new one: its name in the data is made of its label. */
export interface AttributeFields {
  id: number;
  key: string | null;
  label: string;
  kinds: AttributeDefinition['kinds'];
  type: AttributeDefinition['type'];
  /** One a line. */
  options: string;
  ordered: boolean;
  required: boolean;
  hint: string;
}

/** What the form holds. */
export interface GuidelineDraft {
  text: string;
  tags: readonly TagFields[];
  freeTags: boolean;
  attributes: readonly AttributeFields[];
  summary: string;
}

export const draftFromGuideline = ({ text, tags, freeTags, attributes }: Guideline): GuidelineDraft => ({
  text,
  freeTags,
  tags: tags.map(({ name, meaning }, id) => ({ id, name, meaning: meaning ?? '' })),
  attributes: attributes.map(({ options, hint, ...attribute }, id) => ({
    ...attribute,
    id,
    options: options.join('\n'),
    hint: hint ?? '',
  })),
  summary: '',
});

export const emptyTag = (id: number): TagFields => ({ id, name: '', meaning: '' });

export const emptyAttribute = (id: number): AttributeFields => ({
  ...{ id, key: null, label: '', kinds: ['claim'], type: 'choice', options: '' },
  ...{ ordered: false, required: false, hint: '' },
});

/** What is sent: lines that hold nothing are left out, and what only a choice has goes with one. */
export function contentFromDraft(draft: GuidelineDraft): GuidelineContent {
  const taken = draft.attributes.flatMap(({ key }) => key ?? []);
  return {
    text: draft.text,
    summary: draft.summary.trim(),
    freeTags: draft.freeTags,
    tags: draft.tags
      .filter(({ name, meaning }) => name.trim() || meaning.trim())
      .map(({ name, meaning }) => ({ name: name.trim(), meaning: meaning.trim() || null })),
    attributes: draft.attributes.map(({ id: _, key: known, options, hint, ordered, ...attribute }) => {
      const key = known ?? attributeKeyFrom(attribute.label, taken);
      if (known === null) taken.push(key);
      const isChoice = attribute.type === 'choice';
      return {
        key,
        label: attribute.label.trim(),
        kinds: attribute.kinds,
        type: attribute.type,
        options: isChoice ? linesOf(options) : [],
        ordered: isChoice && ordered,
        required: attribute.required,
        hint: hint.trim() || null,
      };
    }),
  };
}

const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** An id that none of the items has. */
export const nextId = (items: readonly { id: number }[]): number =>
  Math.max(-1, ...items.map(({ id }) => id)) + 1;
