import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { pluralOfKind, wordOfSourceType } from '@/app/_marks/words';
import type { RegisteredSource } from '@/lib/domain/source';
import { KINDS } from '@/lib/domain/vocabulary';
import styles from './sources.module.css';

const MOST_NAMES = 4;

/** One row a source: its name and other names, its sort, and how much there is of each kind. */
export function SourceTable({ slug, sources }: { slug: string; sources: readonly RegisteredSource[] }) {
  return (
    <div className="table-scroll">
      <table className="table table-fold">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Sort</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col" className="number">
                {pluralOfKind(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.id}>
              <th scope="row" className={styles.name}>
                <Link href={`/${slug}/sources/${source.id}` as Route}>{source.name}</Link>
                {source.articleTitle && <span className={styles.also}>in {source.articleTitle}</span>}
                {source.aliases.length > 0 && (
                  <span className={styles.also}>{alsoInWords(source.aliases)}</span>
                )}
              </th>
              <td className={styles.sort}>{wordOfSourceType(source.type)}</td>
              {KINDS.map((kind) => (
                <Figure key={kind} label={pluralOfKind(kind)}>
                  {source.kinds[kind]}
                </Figure>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Figure = ({ label, children }: { label: string; children: ReactNode }) => (
  <td className={`number ${styles.figure}`} data-label={label}>
    {children === 0 ? <span className="soft">–</span> : children}
  </td>
);

const alsoInWords = (names: readonly string[]): string =>
  `also ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''}`;
