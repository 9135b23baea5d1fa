import Link from 'next/link';
import type { DeskItem } from '@/lib/domain/desk';
import { type DeskSearch, hrefFrom } from './desk-search';
import styles from './desk.module.css';

/** What the list was narrowed to by a link, with the way back; `example` is one of what is shown. */
export function NarrowedTo({
  here,
  search,
  example,
}: {
  here: string;
  search: DeskSearch;
  example: DeskItem | undefined;
}) {
  const source = example?.attribution.find((hop) => hop.source.id === search.source)?.source.name;
  const narrowed: [key: string, words: string][] = [
    ...(search.article
      ? [['article', `in “${example?.article.title ?? 'one article'}”`] as [string, string]]
      : []),
    ...(search.source ? [['source', `said by ${source ?? 'one source'}`] as [string, string]] : []),
    ...(search.tag ? [['tag', `tagged “${search.tag}”`] as [string, string]] : []),
    ...(search.query ? [['query', `with “${search.query}”`] as [string, string]] : []),
    ...(search.taken ? [['taken', TAKEN_WORDS[search.taken] ?? ''] as [string, string]] : []),
  ];
  if (narrowed.length === 0) return null;
  return (
    <ul className={styles.narrowed} aria-label="Narrowed to">
      {narrowed.map(([key, words]) => (
        <li key={key}>
          {words}{' '}
          <Link href={hrefFrom(here, search, { [key]: '' })} scroll={false}>
            Show others too<span className="visually-hidden">, not only {words}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const TAKEN_WORDS: Record<string, string> = {
  me: 'taken by you',
  others: 'taken by others',
  nobody: 'taken by nobody',
};
