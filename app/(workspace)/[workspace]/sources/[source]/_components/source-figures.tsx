import Link from 'next/link';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { KindMark } from '@/app/_marks/kind-mark';
import type { ShownSource } from '@/lib/domain/source';
import { KINDS } from '@/lib/domain/vocabulary';
import { hrefOfSaid } from './said-listing';
import styles from './source-page.module.css';

/** How much it said, of what kind, what became of it, and which errors decisions lay at it. Each count leads to them. */
export function SourceFigures({ slug, source }: { slug: string; source: ShownSource }) {
  const { roles, errors, statuses, id } = source;
  const here = `/${slug}/sources/${id}`;
  return (
    <section aria-label="In figures" className={styles.summary}>
      <p>
        <Link href={hrefOfSaid(here, { role: 'source' })}>Said {countOf(roles.source, 'thing')}</Link>
        {roles.relay > 0 && (
          <>
            ,{' '}
            <Link href={hrefOfSaid(here, { role: 'relay' })}>passed on {countOf(roles.relay, 'thing')}</Link>
          </>
        )}
        .{errors.source > 0 && <> {countOf(errors.source, 'error')} laid at it as the source.</>}
        {errors.relay > 0 && <> {countOf(errors.relay, 'error')} laid at it as a relay.</>}
      </p>
      {KINDS.map((kind) => {
        const own = statuses.filter((each) => each.kind === kind);
        return own.length === 0 ? null : (
          <div key={kind} className={styles.kind}>
            <KindMark kind={kind} plural />
            <ul aria-label={`${kind}s by status`} className={styles.statuses}>
              {own.map(({ status, annotations }) => (
                <li key={status}>
                  <Link href={hrefOfSaid(here, { kind, status, role: 'source' })} className={styles.status}>
                    <span className="figures">{annotations}</span> <StatusGlyph status={status} />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

const countOf = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
