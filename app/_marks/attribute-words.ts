import type { AttributeValue, BuiltInAttribute } from '@/lib/domain/agreement/attribute';
import type { AttributionMode, Polarity, QuoteForm, Status } from '@/lib/domain/vocabulary';
import { wordOfPolarity, wordOfQuoteForm, wordOfStatus } from './words';

const WORDS: Record<BuiltInAttribute, string> = {
  status: 'Verdict',
  source: 'Source',
  mode: 'How it is named',
  hops: 'Length of the chain',
  checkworthy: 'Worth checking',
  form: 'Form',
  deadline: 'Deadline',
  likelihoodWords: 'Words of likelihood',
  probability: 'Probability',
  polarity: 'Direction',
  tags: 'Tags',
};

/** What an attribute is called; `labels` are those of the workspace's own. One that no version in force knows goes by its key. */
export const wordOfAttribute = (name: string, labels: Readonly<Record<string, string>> = {}): string =>
  labels[name] ?? (WORDS as Readonly<Record<string, string>>)[name] ?? name.replace(/^attributes\./, '');

const MODES: Record<AttributionMode, string> = {
  named: 'by name',
  anonymous: 'unnamed',
  author: 'the author',
};

/** What an annotator said of an attribute; null where that was nothing. */
export function attributeInWords(name: string, value: AttributeValue | null): string {
  if (value === null) return 'not said';
  if (value === 'none') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return value.length === 0 ? 'none' : value.join(', ');
  if (name === 'status') return wordOfStatus(value as Status);
  if (name === 'mode') return MODES[value as AttributionMode];
  if (name === 'polarity') return wordOfPolarity(value as Polarity);
  if (name === 'form') return wordOfQuoteForm(value as QuoteForm);
  if (name === 'source') return String(value).replace(/^\S+ /, '');
  return String(value);
}
