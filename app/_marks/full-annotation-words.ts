import type { FullAnnotation } from '@/lib/domain/full-annotation';
import { KINDS } from '@/lib/domain/vocabulary';
import { pluralOfKind } from './words';

const list = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);

/** "Claims by Ida Fenwick; quotes by Ida Fenwick and Noor Valk"; null where nobody has declared anything. */
export function fullAnnotationsInWords(
  declared: readonly Pick<FullAnnotation, 'kind' | 'by'>[],
): string | null {
  const words = KINDS.flatMap((kind) => {
    const names = declared.filter((one) => one.kind === kind).map(({ by }) => by.name);
    return names.length > 0 ? [`${pluralOfKind(kind).toLowerCase()} by ${list(names.sort())}`] : [];
  }).join('; ');
  return words === '' ? null : words[0]!.toUpperCase() + words.slice(1);
}
