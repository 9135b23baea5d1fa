import type { Route } from 'next';
import Link from 'next/link';
import { isEmptyFilter } from '@/lib/domain/annotation-filter';
import type { ShownSearch } from '@/lib/usecases/show-search';
import styles from '../annotations.module.css';
import { ChangeSubset } from './change-subset';
import { SaveSubset } from './save-subset';

/** The filters that were kept, the one that is shown now, and the way to keep this one. */
export function SubsetLine({ slug, here, search }: { slug: string; here: string; search: ShownSearch }) {
  const { subsets, address, filter, mayKeep } = search;
  const current = subsets.find((subset) => subset.address === address && address !== '');
  const maySave = mayKeep && !current && !isEmptyFilter(filter);
  if (subsets.length === 0 && !maySave) return null;
  return (
    <div className={styles.subsets}>
      {subsets.length > 0 && (
        <>
          <span id="subsets">Subsets:</span>
          <ul aria-labelledby="subsets">
            {subsets.map(({ id, name, address: its }) => (
              <li key={id}>
                <Link
                  href={`${here}${its && `?${its}`}` as Route}
                  scroll={false}
                  className={styles.subset}
                  aria-current={id === current?.id ? 'true' : undefined}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {maySave && <SaveSubset slug={slug} parts={filter as Record<string, string | string[]>} />}
      {current?.mayChange && <ChangeSubset key={current.id} subset={current} />}
      {current?.note && <p className={styles.note}>{current.note}</p>}
    </div>
  );
}
