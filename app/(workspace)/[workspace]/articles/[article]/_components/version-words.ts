import { wordOfKind } from '@/app/_marks/words';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import { detailsInWords, type DetailWords } from './details-in-words';

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
