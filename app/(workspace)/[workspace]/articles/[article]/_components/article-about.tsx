import type { Route } from 'next';
import type { ReactNode } from 'react';
import { fullAnnotationsInWords } from '@/app/_marks/full-annotation-words';
import { licenceInWords, meaningOfLicence } from '@/app/_marks/licence-words';
import { wordOfBasis } from '@/app/_marks/words';
import { dayInWords } from '@/app/_ui/dates';
import { PlaceLink } from '@/app/_ui/place-link';
import type { Article } from '@/lib/domain/article';
import type { FullAnnotation } from '@/lib/domain/full-annotation';
import styles from './article-header.module.css';

/** Where it ran, when and by whom; how that is known stands one press away. Rendered on the server alone. */
export function ArticleAbout({
  article,
  revisionsHref,
  canImport,
  fullAnnotations,
}: {
  article: Article;
  revisionsHref: string;
  /** Whether a newer text may be added. */
  canImport: boolean;
  /** What is declared annotated in full; null while the reader annotates blind. */
  fullAnnotations: readonly FullAnnotation[] | null;
}) {
  const { publisher, byline } = article;
  const date = dateInWords(article);
  const facts = [publisher, date && withBasis(article, 'publishedAt', date), byline && `By ${byline}`].filter(
    Boolean,
  );
  return (
    <details className={styles.about}>
      <summary>
        <span className={styles.facts}>{facts.length ? facts.join(' · ') : 'About this article'}</span>
      </summary>
      <Rows
        article={article}
        revisionsHref={revisionsHref}
        canImport={canImport}
        fullAnnotations={fullAnnotations}
      />
    </details>
  );
}

const dateInWords = ({ publishedAt, publishedAtPrecision }: Article): string | null =>
  publishedAt && dayInWords(publishedAt, publishedAtPrecision ?? 'day');

const withBasis = (article: Article, field: string, words: string): string =>
  article.basis[field]?.basis === 'inferred' ? `${words} (inferred)` : words;

function Rows({
  article,
  revisionsHref,
  canImport,
  fullAnnotations,
}: {
  article: Article;
  revisionsHref: string;
  canImport: boolean;
  fullAnnotations: readonly FullAnnotation[] | null;
}) {
  const rows: [label: string, field: string, value: string | null][] = [
    ['Title', 'title', article.title],
    ['Publisher', 'publisher', article.publisher],
    ['Published', 'publishedAt', dateInWords(article)],
    ['Byline', 'byline', article.byline],
    ['Language', 'language', article.language && languageInWords(article.language)],
  ];
  return (
    <dl className={styles.rows}>
      {rows.map(([label, field, value]) => (
        <Row key={field} label={label} basis={value ? basisInWords(article, field) : null}>
          {value ?? <span className={styles.unknown}>Not known</span>}
        </Row>
      ))}
      {article.url && (
        <Row label="Address" basis={null}>
          <a href={article.url} rel="noreferrer">
            {article.url}
          </a>
        </Row>
      )}
      <Row label="Licence" basis={meaningOfLicence(article)}>
        <span className={styles.ways}>
          {licenceInWords(article) ?? <span className={styles.unknown}>Not known</span>}
          {canImport && (
            <PlaceLink
              href={revisionsHref.replace(/revisions$/, 'licence') as Route}
              className={styles.revision}
            >
              Change the licence
            </PlaceLink>
          )}
        </span>
      </Row>
      {fullAnnotations && (
        <Row label="In full" basis={null}>
          <span className={styles.ways}>
            {fullAnnotationsInWords(fullAnnotations) ?? (
              <span className={styles.unknown}>Nobody has said</span>
            )}
            <PlaceLink
              href={revisionsHref.replace(/revisions$/, 'full-annotation') as Route}
              className={styles.revision}
            >
              Annotated in full
            </PlaceLink>
          </span>
        </Row>
      )}
      <Row label="Text" basis={`SHA-256 ${article.revision.sha256.slice(0, 12)}…`}>
        <span className={styles.ways}>
          <PlaceLink href={revisionsHref as Route} className={styles.revision}>
            Revision {article.revision.number}
          </PlaceLink>
          {canImport && (
            <PlaceLink href={`${revisionsHref}/new` as Route} className={styles.revision}>
              Add a new revision
            </PlaceLink>
          )}
        </span>
      </Row>
    </dl>
  );
}

function Row({ label, basis, children }: { label: string; basis: string | null; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>
        {children}
        {basis && <span className={styles.basis}>{basis}</span>}
      </dd>
    </div>
  );
}

/** "Inferred from the text: “last Saturday”". */
function basisInWords(article: Article, field: string): string | null {
  const basis = article.basis[field];
  if (!basis) return null;
  return basis.words ? `${wordOfBasis(basis.basis)}: “${basis.words}”` : wordOfBasis(basis.basis);
}

function languageInWords(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
