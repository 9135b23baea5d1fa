import type { ReactNode } from 'react';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { toneOfStatus, wordOfKind } from '@/app/_marks/words';
import { meaningOfStatus } from '@/app/_marks/status-meanings';
import { classNames } from '@/app/_ui/class-names';
import { dayInWords } from '@/app/_ui/dates';
import type { FactCheckContent } from '@/lib/domain/fact-check';
import { AddressLink } from './address-link';
import { EvidenceList } from './evidence-list';
import styles from './fact-check-article.module.css';
import { PredictionTerms } from './prediction-terms';
import { ReplyLog } from './reply-log';
import { spokenBy } from './spoken-by';

/**
 * A published decision as readers see it, and as its editor sees it before: what was said and by whom, the verdict, why,
 * and what it rests on. `before` stands under the headline, `after` at the end.
 */
export function FactCheckArticle({
  content,
  dateline,
  before,
  after,
  level = 1,
}: {
  content: FactCheckContent;
  dateline: ReactNode;
  before?: ReactNode;
  after?: ReactNode;
  /** Of its headline; lower where it stands inside another page. */
  level?: 1 | 2 | 3;
}) {
  const [Title, Heading] = (
    [
      ['h1', 'h2'],
      ['h2', 'h3'],
      ['h3', 'h4'],
    ] as const
  )[level - 1]!;
  const { kind, status, headline, claimReviewed, summary, language } = content;
  return (
    <article className={styles.article}>
      <header className={styles.head}>
        <p className={styles.kicker}>Fact check: {wordOfKind(kind).toLowerCase()}</p>
        <Title dir="auto" className={styles.title}>
          {headline}
        </Title>
        {summary && (
          <p dir="auto" className={styles.summary}>
            {summary}
          </p>
        )}
        <p className={styles.dateline}>{dateline}</p>
      </header>
      {before}
      <section aria-label="The verdict" className={classNames(styles.verdict, styles[toneOfStatus(status)])}>
        <p className={styles.label}>{REVIEWED[kind]}</p>
        <p dir="auto" className={styles.claim}>
          {claimReviewed}
        </p>
        <p className={styles.rating}>
          <StatusGlyph status={status} />
        </p>
        <p className={styles.meaning}>{meaningOfStatus(status)}.</p>
      </section>
      <section className={styles.said}>
        <Heading className={styles.heading}>What was said</Heading>
        <blockquote dir="auto" lang={language ?? undefined} className={styles.quoted}>
          {content.quoted}
        </blockquote>
        <Origin content={content} />
        <PredictionTerms content={content} />
      </section>
      <section>
        <Heading className={styles.heading}>Why</Heading>
        <p dir="auto" className={styles.rationale}>
          {content.rationale}
        </p>
        {content.errorBy && (
          <p className={styles.aside}>
            The error was made by <span dir="auto">{content.errorBy}</span>.
          </p>
        )}
      </section>
      <EvidenceList content={content} Heading={Heading} />
      <ReplyLog replies={content.replies} Heading={Heading} />
      {after}
    </article>
  );
}

const REVIEWED: Record<FactCheckContent['kind'], string> = {
  claim: 'The claim',
  quote: 'The quote',
  prediction: 'The prediction',
};

/** Who said it, where, and when. */
function Origin({ content }: { content: FactCheckContent }) {
  const { article, saidBy, language, judgedFor } = content;
  const speakers = spokenBy(saidBy);
  return (
    <p className={styles.aside}>
      {speakers ? (
        <>
          Said by <span dir="auto">{speakers}</span>, in{' '}
        </>
      ) : (
        'In '
      )}
      <AddressLink address={article.url} language={language}>
        {article.title}
      </AddressLink>
      {article.publisher && `, ${article.publisher}`}
      {article.publishedAt && `, ${dayInWords(article.publishedAt, article.publishedAtPrecision ?? 'day')}`}.
      {judgedFor && ` Judged as of ${dayInWords(judgedFor)}.`}
    </p>
  );
}
