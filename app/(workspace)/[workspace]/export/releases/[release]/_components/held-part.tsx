import type { Route } from 'next';
import Link from 'next/link';
import { conditionsInWords } from '@/app/_marks/filter-words';
import { addressOfFilter } from '@/lib/domain/annotation-filter';
import type { ReleasePart } from '@/lib/domain/release-part';
import styles from '../release.module.css';

/** What part of the workspace the release holds, as it was asked for. */
export const HeldPart = ({ slug, part }: { slug: string; part: ReleasePart }) => (
  <p className={styles.part}>
    It holds a part of the workspace{part.subset !== null && <>, the subset “{part.subset}”</>}.{' '}
    {partInWords(part)}{' '}
    <Link href={`/${slug}/articles/annotations?${addressOfFilter(part.filter)}` as Route}>
      What fits this now
    </Link>
  </p>
);

/** What a release holds, in sentences. */
export function partInWords(part: ReleasePart | null): string {
  if (!part) return 'Everything in the workspace.';
  const conditions = conditionsInWords(part.filter, part).map(({ words }) => words);
  const articles = part.articles === 'all' ? 'all' : 'those in which one of them is';
  return `Annotations: ${conditions.join('; ')}. Articles: ${articles}.`;
}
