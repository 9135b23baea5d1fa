import type { AttributeDefinition } from '@/lib/domain/annotation-attributes';
import type { AttributeType } from '@/lib/domain/vocabulary';
import { pluralOfKind } from './words';

const TYPE_WORDS: Record<AttributeType, string> = {
  choice: 'A choice',
  text: 'Text',
  number: 'A number',
  date: 'A date',
};
/** What an attribute holds. */
export const wordOfAttributeType = (type: AttributeType): string => TYPE_WORDS[type];

/** “Claims and quotes”. */
export const kindsInWords = (kinds: AttributeDefinition['kinds']): string =>
  new Intl.ListFormat('en').format(
    kinds.map((kind, i) => (i ? pluralOfKind(kind).toLowerCase() : pluralOfKind(kind))),
  );

/** The options of a choice; where their order means something, from the least to the most. */
export const optionsInWords = ({ options, ordered }: AttributeDefinition): string =>
  options.join(ordered ? ' < ' : ', ');

/** A definition in one line: “Claims and quotes: a choice of none < some < grave, asked for”. */
export const definitionInWords = (definition: AttributeDefinition): string => {
  const { kinds, type, required, hint, label } = definition;
  const holds =
    type === 'choice'
      ? `a choice of ${optionsInWords(definition)}`
      : wordOfAttributeType(type).replace(/^A/, 'a').replace('Text', 'text');
  return `${label}. ${kindsInWords(kinds)}: ${holds}${required ? ', asked for' : ''}${hint ? ` (${hint})` : ''}`;
};
