import { dayInWords } from '@/app/_ui/dates';
import type { PublishedReply } from '@/lib/domain/fact-check';
import styles from './fact-check-article.module.css';

/** Who was asked what they say to it, and what they said. */
export function ReplyLog({
  replies,
  Heading,
}: {
  replies: readonly PublishedReply[];
  Heading: 'h2' | 'h3' | 'h4';
}) {
  if (replies.length === 0) return null;
  return (
    <section>
      <Heading className={styles.heading}>Right of reply</Heading>
      <ul className={styles.replies}>
        {replies.map(({ name, day, deadline, answers }, i) => (
          <li key={i}>
            <p>
              <span dir="auto" className={styles.asked}>
                {name}
              </span>{' '}
              was asked on {dayInWords(day)}
              {deadline && `, until ${dayInWords(deadline)}`}.
            </p>
            {answers.length === 0 && <p className={styles.small}>No answer so far.</p>}
            {answers.map((answer, j) =>
              answer.kind === 'no_answer' ? (
                <p key={j} className={styles.small}>
                  No answer by {dayInWords(answer.day)}.
                </p>
              ) : (
                <div key={j}>
                  <p className={styles.small}>Answer of {dayInWords(answer.day)}:</p>
                  <blockquote dir="auto" className={styles.excerpt}>
                    {answer.words}
                  </blockquote>
                </div>
              ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
