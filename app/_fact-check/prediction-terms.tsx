import { dayInWords } from '@/app/_ui/dates';
import type { FactCheckContent } from '@/lib/domain/fact-check';
import styles from './fact-check-article.module.css';

/** By what a prediction was judged, and when its outcome was known. */
export function PredictionTerms({ content: { prediction } }: { content: FactCheckContent }) {
  if (!prediction) return null;
  const { deadline, horizonText, condition, criteria, criteriaPostHoc, outcomeKnownAt } = prediction;
  const terms: [string, string | null][] = [
    ['By', deadline ? dayInWords(deadline) : horizonText],
    ['On condition that', condition],
    [criteriaPostHoc ? 'Judged by, as chosen after the outcome was known' : 'Judged by', criteria],
    ['Outcome known since', outcomeKnownAt && dayInWords(outcomeKnownAt)],
  ];
  return (
    <dl className={styles.terms}>
      {terms.map(
        ([term, words]) =>
          words && (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
