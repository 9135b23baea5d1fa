import type { Annotation } from './annotation';

/** The words of an annotation, its stretches joined by an ellipsis. */
export const wordsOf = (annotation: Pick<Annotation, 'spans'>): string =>
  annotation.spans.map((span) => span.exact).join(' … ');
