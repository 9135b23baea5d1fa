import { dayInWords } from '@/app/_ui/dates';
import { wordOfKind, wordOfQuoteForm, wordOfStatus } from '@/app/_marks/words';
import type { Annotation, Hop } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Threshold } from '@/lib/domain/threshold';

const lowered = (words: string): string => words.charAt(0).toLocaleLowerCase('en') + words.slice(1);

/** The last hop outwards follows with "via": "Edmund Quill, via Leaflet of the Crossing Group". */
export const sourcesInWords = (attribution: readonly Hop[]): string =>
  attribution.map(({ source }, i) => (i ? `via ${source.name}` : source.name)).join(', ');

/** What a screen reader says of an annotation: "Claim, refuted, said by the harbour office". */
export function nameOfAnnotation({ kind, status, attribution }: Annotation): string {
  const first = attribution[0];
  const said = first
    ? first.mode === 'author'
      ? ', in the article’s own voice'
      : `, said by ${sourcesInWords(attribution)}`
    : '';
  return `${wordOfKind(kind)}, ${lowered(wordOfStatus(status))}${said}`;
}

export interface DetailWords {
  key: string;
  label: string;
  value: string;
}

/** What was filled in beside the words and the attribution, as label and words; what is empty is left out. */
export function detailsInWords({ claim, quote, prediction }: Annotation): DetailWords[] {
  const details: [string, string, string | null | undefined][] = [
    ['normalized', 'In checkable words', claim?.normalized],
    [
      'checkworthy',
      'Worth checking',
      claim?.checkworthy === null ? null : claim && (claim.checkworthy ? 'Yes' : 'No'),
    ],
    ['judgedAsOf', 'Judged as of', claim?.judgedAsOf && dayInWords(claim.judgedAsOf)],
    ['form', 'Form', quote?.form && wordOfQuoteForm(quote.form)],
    ['horizonText', 'Horizon', prediction?.horizonText],
    ['deadline', 'Deadline', prediction?.deadline && dayInWords(prediction.deadline)],
    ['condition', 'Condition', prediction?.condition],
    ['likelihoodWords', 'Likelihood', prediction?.likelihoodWords],
    ['probability', 'Number in the text', percent(prediction?.probability)],
    ['criteria', 'Counts as come true', prediction?.criteria],
    [
      'polarity',
      'Direction',
      prediction?.polarity && (prediction.polarity === 'will' ? 'Will happen' : 'Will not happen'),
    ],
    ['threshold', 'Number', prediction?.threshold && figureInWords(prediction.threshold)],
  ];
  return details.flatMap(([key, label, value]) => (value ? [{ key, label, value }] : []));
}

/** In signs: “visitors ≥ 4000 people”. */
const figureInWords = ({ quantity, comparator, value, upper, unit }: Threshold): string =>
  `${quantity} ${comparator === 'between' ? `${value}–${upper}` : `${comparator.replace('>=', '≥').replace('<=', '≤')} ${value}`}${unit ? ` ${unit}` : ''}`;

const percent = (probability: number | null | undefined): string | null =>
  probability === null || probability === undefined ? null : `${Math.round(probability * 1000) / 10} %`;

/** Everything that an edit can change, as words: what two versions are compared by. */
export function fieldsInWords(annotation: Annotation): DetailWords[] {
  const said = annotation.attribution.map(({ source, cue, nameSpan, cueSpan }, i) => {
    const shown = [nameSpan && 'name', cueSpan && 'cue'].filter(Boolean).join(' and ');
    const words = `${i ? 'via ' : ''}${source.name}${cue ? ` (“${cue}”)` : ''}`;
    return shown ? `${words}, ${shown} shown in the text` : words;
  });
  return [
    { key: 'kind', label: 'Kind', value: wordOfKind(annotation.kind) },
    { key: 'words', label: 'Words', value: wordsOf(annotation) },
    { key: 'attribution', label: 'Said by', value: said.join(', ') },
    ...detailsInWords(annotation),
    { key: 'tags', label: 'Tags', value: annotation.tags.join(', ') },
    ...(annotation.deletedAt ? [{ key: 'deleted', label: 'State', value: 'Deleted' }] : []),
  ];
}

export interface ChangeWords {
  key: string;
  label: string;
  /** Empty where the field had nothing. */
  from: string;
  to: string;
}

/** The fields in which two versions differ, in the order in which they are shown. */
export function changesBetween(before: Annotation, after: Annotation): ChangeWords[] {
  const old = new Map(fieldsInWords(before).map((field) => [field.key, field]));
  const fresh = new Map(fieldsInWords(after).map((field) => [field.key, field]));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [from, to] = [old.get(key)?.value ?? '', fresh.get(key)?.value ?? ''];
    return from === to ? [] : [{ key, label: (fresh.get(key) ?? old.get(key))!.label, from, to }];
  });
}
