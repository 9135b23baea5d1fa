import type { Route } from 'next';
import Link from 'next/link';
import type { Scoreboard } from '@/lib/domain/scoreboard-schema';
import styles from './scoreboard.module.css';

/** How to read it, what has no number, and where the numbers come from. */
export function ScoringNotes({ slug, board: { scale, unscaledWords } }: { slug: string; board: Scoreboard }) {
  return (
    <section className={`section ${styles.notes}`}>
      <h2>How it is counted</h2>
      <ul className="stack small">
        <li>
          <b>Hit rate</b>: how many came true of those that did or did not. A flat “will” counts here. A bare
          “could”, “may” or “possible” is a hedge: counted as such, and never scored.
        </li>
        <li>
          <b>Brier score</b>: 0 is perfect, 0.25 is a coin, 1 is sure and wrong. Words stand for an interval
          of probability, so the score is one too. <b>Skill</b> above 0 is better than always naming the base
          rate.
        </li>
        <li>
          Numbers of words by <b>{scale.name}</b>
          {scale.source && <>: {scale.source}</>} One score never mixes two scales.{' '}
          <Link href={`/${slug}/settings#likelihood-words` as Route}>See the scale</Link>
        </li>
        {unscaledWords.length > 0 && (
          <li>
            Without a number there, and so in the hit rate alone:{' '}
            {unscaledWords.slice(0, 12).map(({ words, count }, i) => (
              <span key={words}>
                {i > 0 && ', '}“{words}”{count > 1 && ` (${count})`}
              </span>
            ))}
            .
          </li>
        )}
        <li>
          Anonymous sources, authors and predictions of nobody named stand alone, each in its article. What a
          condition never met, or nobody can judge, is void.{' '}
          <Link href={'/help/scoreboard' as Route}>More about the scoreboard</Link>
        </li>
      </ul>
    </section>
  );
}
