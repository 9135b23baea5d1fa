import type { Annotation } from '@/lib/domain/annotation';
import { type AttributeChange, attributeChange } from '@/lib/domain/annotation-attributes';
import type { AnnotationPatch } from '@/lib/domain/annotation-patch';
import type { Conflict } from '../_browser/article-store';
import { ATTRIBUTE } from '../_components/details-in-words';
import { fieldsInWords } from '../_components/version-words';
import { tagsFrom } from '../_form/form-draft';

/** A field of an annotation of which there are two versions, in words; what is empty in one has no words there. */
export interface ConflictField {
  key: string;
  label: string;
  mine: string;
  theirs: string;
  differs: boolean;
  /** Both changed it. Not known where the page does not know any more how it was before. */
  isBothChanged: boolean;
  /** Can be chosen by itself: another kind brings its own details, and a deletion takes everything along. */
  isChoice: boolean;
  /** Can be written anew. */
  isText: boolean;
}

export interface FieldChoice {
  side: 'mine' | 'theirs' | 'own';
  /** What is written into a field of text. */
  words: string;
}
export type FieldChoices = Readonly<Record<string, FieldChoice>>;

const TEXTS = new Set([
  'normalized',
  'horizonText',
  'condition',
  'likelihoodWords',
  'criteria',
  'tags',
] as const);
const DETAILS = new Set([
  ...TEXTS,
  'checkworthy',
  'judgedAsOf',
  'form',
  'deadline',
  'probability',
  'polarity',
  'threshold',
]);
DETAILS.delete('tags');
/** Of one kind alone: fields of its own, and attributes, which the guideline may define for it alone. */
const isOfKind = (key: string): boolean => DETAILS.has(key as never) || key.startsWith(ATTRIBUTE);

/** Whether something between the two versions can be made. Of a deletion and a change only one can be. */
export const isCombinable = ({ mine, theirs }: Conflict): boolean => !mine.deletedAt && !theirs.deletedAt;

/** Both versions field by field, in the order in which fields are shown. */
export function conflictFields(conflict: Conflict): ConflictField[] {
  const { mine, theirs, base } = conflict;
  const [own, other, before] = [mine, theirs, base].map(wordsByKey) as [Words, Words, Words];
  const isOneKind = mine.kind === theirs.kind;
  return [...new Set([...own.keys(), ...other.keys()])].map((key) => {
    const [ownWords, otherWords] = [own.get(key)?.value ?? '', other.get(key)?.value ?? ''];
    const differs = ownWords !== otherWords || (key === 'words' && placeInText(mine) !== placeInText(theirs));
    const isChoice = differs && isCombinable(conflict) && (isOneKind || !isOfKind(key));
    return {
      key,
      label: (own.get(key) ?? other.get(key))!.label,
      mine: ownWords,
      theirs: otherWords,
      differs,
      isBothChanged:
        differs &&
        base !== null &&
        (key === 'words'
          ? placeInText(base) !== placeInText(theirs)
          : (before.get(key)?.value ?? '') !== otherWords),
      isChoice,
      isText: isChoice && TEXTS.has(key as never),
    };
  });
}

/** Mine, for every field in which the versions differ: what only they changed is in both versions. */
export const firstChoices = (fields: readonly ConflictField[]): FieldChoices =>
  Object.fromEntries(
    fields.filter(({ isChoice }) => isChoice).map(({ key, mine }) => [key, { side: 'mine', words: mine }]),
  );

/** The fields to set over theirs to get what was chosen; null when that is theirs. */
export function combinedPatch({ mine, theirs }: Conflict, choices: FieldChoices): AnnotationPatch | null {
  const patch: AnnotationPatch = {};
  const details: Record<string, unknown> = {};
  const attributes: Record<string, string | number | null> = {};
  for (const [key, { side, words }] of Object.entries(choices)) {
    if (side === 'theirs') continue;
    if (key === 'kind')
      Object.assign(patch, { kind: mine.kind, [mine.kind]: mine[mine.kind] }, attributesOf(mine, theirs));
    else if (key === 'words') Object.assign(patch, { spans: mine.spans, revisionId: mine.revisionId });
    else if (key === 'attribution') patch.attribution = mine.attribution;
    else if (key === 'tags') patch.tags = side === 'own' ? tagsFrom(words) : mine.tags;
    else if (key.startsWith(ATTRIBUTE)) {
      const name = key.slice(ATTRIBUTE.length);
      attributes[name] = mine.attributes?.[name] ?? null;
    } else details[key] = side === 'own' ? words.trim() || null : detailOf(mine, key);
    // A deadline goes with where it comes from.
    if (key === 'deadline' && mine.prediction)
      Object.assign(details, {
        deadlineBasis: mine.prediction.deadlineBasis,
        deadlineEarliest: mine.prediction.deadlineEarliest,
      });
  }
  if (Object.keys(details).length > 0) Object.assign(patch, { [theirs.kind]: details });
  if (Object.keys(attributes).length > 0) patch.attributes = attributes;
  return Object.keys(patch).length > 0 ? patch : null;
}

/** With a kind come the attributes that were given for it. */
function attributesOf(mine: Annotation, theirs: Annotation): { attributes?: AttributeChange } {
  const attributes = attributeChange(theirs.attributes, mine.attributes);
  return Object.keys(attributes).length > 0 ? { attributes } : {};
}

type Words = ReadonlyMap<string, { label: string; value: string }>;

const wordsByKey = (row: Annotation | null): Words =>
  new Map(row ? fieldsInWords(row).map((field) => [field.key, field]) : []);

const detailOf = (row: Annotation, key: string): unknown =>
  (row[row.kind] as Record<string, unknown> | undefined)?.[key] ?? null;

const placeInText = ({ spans }: Annotation): string =>
  JSON.stringify(spans.map(({ start, end }) => [start, end]));
