import type { Route } from 'next';
import Link from 'next/link';
import { wordOfSourceType } from '@/app/_marks/words';
import type { ShownSource, SourceName } from '@/lib/domain/source';
import styles from './source-page.module.css';
import { UnmergeButton } from './unmerge-button';

const MOST_ARTICLES = 4;

/** All its names, each with where it was used; a merged source's with the way to take that out again. */
export function SourceNames({
  slug,
  source,
  canCurate,
}: {
  slug: string;
  source: ShownSource;
  canCurate: boolean;
}) {
  const own = source.names.filter(({ basis }) => basis !== 'merged');
  return (
    <section className="section">
      <h2>Names</h2>
      <ul className={styles.names} aria-label="Its own names">
        {own.map((name) => (
          <NameLine key={name.name} slug={slug} name={name} />
        ))}
      </ul>
      {source.mergedSources.map((merged) => (
        <div key={merged.id} className={styles.merged}>
          <div className={styles.mergedHead}>
            <h3>
              Merged: {merged.name} <span className="soft">{wordOfSourceType(merged.type)}</span>
            </h3>
            {canCurate && <UnmergeButton merged={merged} survivor={source} />}
          </div>
          <ul className={styles.names} aria-label={`Names of ${merged.name}`}>
            {source.names
              .filter(({ sourceId }) => sourceId === merged.id)
              .map((name) => (
                <NameLine key={name.name} slug={slug} name={name} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function NameLine({ slug, name: { name, annotations, articles } }: { slug: string; name: SourceName }) {
  return (
    <li>
      <span className={styles.nameWords}>{name}</span>{' '}
      <span className="soft small">
        {annotations === 0 ? (
          'not used yet'
        ) : (
          <>
            {annotations === 1 ? '1 annotation' : `${annotations} annotations`} in{' '}
            {articles.slice(0, MOST_ARTICLES).map(({ id, title }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <Link href={`/${slug}/articles/${id}` as Route}>{title}</Link>
              </span>
            ))}
            {articles.length > MOST_ARTICLES && ` and ${articles.length - MOST_ARTICLES} more`}
          </>
        )}
      </span>
    </li>
  );
}
