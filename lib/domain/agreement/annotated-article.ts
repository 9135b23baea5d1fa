import type { Span } from '../span';
import type { Kind } from '../vocabulary';
import type { AttributeValues } from './attribute';

export interface Annotator {
  id: string;
  name: string;
}

/** An annotation of a pass, as agreement looks at it. Each of its spans is a unit. */
export interface PassAnnotation {
  id: string;
  kind: Kind;
  spans: readonly Span[];
  attributes: AttributeValues;
}

/**
 * What one annotator marked in an article. Of the kinds that the pass is whole in they marked all that they found: what is
 * bare they mean to be bare. Others are not compared.
 */
export interface AnnotatedPass {
  annotator: Annotator;
  annotations: readonly PassAnnotation[];
  /** All kinds unless given. */
  completeKinds?: readonly Kind[];
  /** When it was submitted, as an instant; only what is told over time needs it. */
  submittedAt?: string;
}

/** Whether a pass is whole in a kind. */
export const isWhole = ({ completeKinds }: AnnotatedPass, kind: Kind): boolean =>
  completeKinds?.includes(kind) ?? true;

/** Passes over one revision of an article; `length` is its text's, in code points. */
export interface AnnotatedArticle {
  articleId: string;
  length: number;
  passes: readonly AnnotatedPass[];
}

/** A unit: one span and the annotation that it belongs to. */
export interface Unit extends Span {
  annotation: PassAnnotation;
}

/** The spans of one kind in a pass, annotation by annotation. */
export const unitsOf = ({ annotations }: AnnotatedPass, kind: Kind): Unit[] =>
  annotations
    .filter((annotation) => annotation.kind === kind)
    .flatMap((annotation) => annotation.spans.map(({ start, end }) => ({ start, end, annotation })));
