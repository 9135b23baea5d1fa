import { dayInWords } from '@/app/_ui/dates';
import { wordOfQuoteForm } from '@/app/_marks/words';
import type { Annotation } from '@/lib/domain/annotation';
import type { Threshold } from '@/lib/domain/threshold';

export interface DetailWords {
  key: string;
  label: string;
  value: string;
}

/** What the keys of the guideline's attributes begin with here. */
export const ATTRIBUTE = 'attribute ';
/** An attribute by its name in the data, which was made of its label: “harm_level” is “Harm level”. */
const labelOfKey = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ');

/** What was filled in beside the words and the attribution, as label and words; what is empty is left out. */
export function detailsInWords({ claim, quote, prediction, attributes }: Annotation): DetailWords[] {
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
    ...Object.entries(attributes ?? {}).map(([key, value]): [string, string, string] => [
      ATTRIBUTE + key,
      labelOfKey(key),
      `${value}`,
    ]),
  ];
  return details.flatMap(([key, label, value]) => (value ? [{ key, label, value }] : []));
}

/** In signs: “visitors ≥ 4000 people”. */
const figureInWords = ({ quantity, comparator, value, upper, unit }: Threshold): string =>
  `${quantity} ${comparator === 'between' ? `${value}–${upper}` : `${comparator.replace('>=', '≥').replace('<=', '≤')} ${value}`}${unit ? ` ${unit}` : ''}`;

const percent = (probability: number | null | undefined): string | null =>
  probability === null || probability === undefined ? null : `${Math.round(probability * 1000) / 10} %`;
