import type { Guideline } from './guideline';
import {
  changesInContext,
  type ParagraphChange,
  paragraphDiffOf,
  type SkippedParagraphs,
} from './paragraph-diff';

type Tag = Guideline['tags'][number];
type Definition = Guideline['attributes'][number];

/** Something that one of two versions has and the other has not, or has otherwise. Null on a side where it is not there. */
export type Change<T> = { name: string; before: T | null; after: T | null };

/** What differs between two versions of a guideline, in the order of the newer one; what it dropped comes last. */
export interface GuidelineChanges {
  text: (ParagraphChange | SkippedParagraphs)[];
  tags: Change<Tag>[];
  attributes: Change<Definition>[];
  /** Whether tags outside the list were allowed or forbidden. */
  freeTags: { before: boolean; after: boolean } | null;
}

export const guidelineChanges = (before: Guideline, after: Guideline): GuidelineChanges => ({
  text: changesInContext(paragraphDiffOf(before.text, after.text)),
  tags: changesOf(before.tags, after.tags, ({ name }) => name),
  attributes: changesOf(before.attributes, after.attributes, ({ key }) => key),
  freeTags: before.freeTags === after.freeTags ? null : { before: before.freeTags, after: after.freeTags },
});

function changesOf<T>(before: readonly T[], after: readonly T[], nameOf: (item: T) => string): Change<T>[] {
  const old = new Map(before.map((item) => [nameOf(item), item]));
  const fresh = new Map(after.map((item) => [nameOf(item), item]));
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name) ?? null, fresh.get(name) ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ name, before: was, after: is }];
  });
}
