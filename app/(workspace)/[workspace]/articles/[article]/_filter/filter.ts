import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import { foldedText } from '@/lib/domain/folded-text';
import { type Kind, type Status, STATUSES } from '@/lib/domain/vocabulary';

/** What can be asked of an annotation beside what it says. */
export const STATES = ['recheck', 'question', 'unsaved'] as const;
export type State = (typeof STATES)[number];

/** Which annotations the reading room is about. Empty means any. */
export interface Filter {
  kind: Kind | '';
  status: Status | '';
  /** The id of a source that stands anywhere in the attribution. */
  source: string;
  /** The id of whoever marked it. */
  by: string;
  tag: string;
  state: State | '';
  /** Words that all occur in what the annotation says. */
  text: string;
}
export const NO_FILTER: Filter = { kind: '', status: '', source: '', by: '', tag: '', state: '', text: '' };

export const isFiltering = (filter: Filter): boolean =>
  Object.values(filter).some((value) => value.trim() !== '');

/** What of an annotation a filter looks at. */
export type Filtered = Pick<Annotation, 'kind' | 'status'> &
  Partial<Pick<Annotation, 'attribution' | 'author' | 'tags' | 'recheck' | 'discussion' | 'claim' | 'spans'>>;

/** Whether an annotation is one of those asked for. `isUnsaved`: a change of it waits to be sent. */
export const passes = (filter: Filter, item: Filtered, isUnsaved = false): boolean =>
  (filter.kind === '' || item.kind === filter.kind) &&
  (filter.status === '' || item.status === filter.status) &&
  (filter.source === '' || (item.attribution ?? []).some(({ source }) => source.id === filter.source)) &&
  (filter.by === '' || item.author?.id === filter.by) &&
  (filter.tag === '' || (item.tags ?? []).includes(filter.tag)) &&
  (filter.state === '' || isIn(filter.state, item, isUnsaved)) &&
  (filter.text === '' || holdsWords(item, filter.text));

/** Whether an annotation is in a state; a question counts until it is resolved. */
export function isIn(
  state: State,
  { recheck, discussion }: Pick<Filtered, 'recheck' | 'discussion'>,
  isUnsaved: boolean,
): boolean {
  if (state === 'recheck') return Boolean(recheck);
  return state === 'question' ? discussion?.question === 'open' : isUnsaved;
}

function holdsWords(item: Filtered, text: string): boolean {
  const held = foldedWordsOf(item);
  return foldedText(text)
    .split(' ')
    .every((word) => held.includes(word));
}

const FOLDED = new WeakMap<Filtered, string>();

/** The excerpt, the restated claim, the cues and the names of the sources, as they are compared. Folded once a row. */
function foldedWordsOf(item: Filtered): string {
  const known = FOLDED.get(item);
  if (known !== undefined) return known;
  const { spans = [], claim, attribution = [] } = item;
  const said = attribution.flatMap(({ source, cue }) => [source.name, cue ?? '']);
  const folded = foldedText([wordsOf({ spans }), claim?.normalized ?? '', ...said].join('\n'));
  FOLDED.set(item, folded);
  return folded;
}

/** A filter with another kind keeps its status only where that kind has it. */
export const withKind = (filter: Filter, kind: Kind | ''): Filter => ({
  ...filter,
  kind,
  status:
    kind === '' || filter.status === '' || (STATUSES[kind] as readonly Status[]).includes(filter.status)
      ? filter.status
      : '',
});
