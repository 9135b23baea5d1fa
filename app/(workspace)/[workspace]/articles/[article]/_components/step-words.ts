import { pluralOfKind, wordOfKind } from '@/app/_marks/words';
import type { Did, Step } from '@/lib/domain/undo-stack';

const DID_WORDS: Record<Did, string> = {
  created: 'marked',
  revised: 'changed',
  deleted: 'deleted',
  restored: 'restored',
  verified: 'verified',
};

/** What an editor did, as the button and the message say it: "claim deleted", "12 quotes changed". */
export function stepInWords({ acts }: Step): string {
  const [first] = acts;
  if (!first) return '';
  const count = new Set(acts.map((act) => act.annotationId)).size;
  // Of one annotation what was done first stands for the rest: it was restored, and set to an earlier version.
  const did = count === 1 || acts.every((act) => act.did === first.did) ? first.did : 'revised';
  if (count === 1 && did === 'verified')
    return first.kind === 'prediction' ? 'outcome recorded' : 'verdict recorded';
  if (count === 1 && isMove(acts)) return `ends of ${wordOfKind(first.kind).toLowerCase()} moved`;
  return `${subjectOf(acts, count)} ${DID_WORDS[did]}`;
}

function subjectOf(acts: Step['acts'], count: number): string {
  const { kind } = acts[0]!;
  if (count === 1) return wordOfKind(kind).toLowerCase();
  const isOneKind = acts.every((act) => act.kind === kind);
  return `${count} ${isOneKind ? pluralOfKind(kind).toLowerCase() : 'annotations'}`;
}

const isMove = (acts: Step['acts']): boolean =>
  acts.every(
    ({ before }) =>
      before?.spans && Object.keys(before).every((key) => key === 'spans' || key === 'revisionId'),
  );

/** A decision is part of the record: why undo leaves it, and what to do instead. */
export function whyItStays({ acts }: Step): string {
  const what = acts.every((act) => act.kind === 'prediction') ? 'An outcome' : 'A verdict';
  return `${what} is corrected by a new one, not undone. Undo again takes back what you did before it.`;
}
