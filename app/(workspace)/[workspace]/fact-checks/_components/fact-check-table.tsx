import type { Route } from 'next';
import Link from 'next/link';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { FactCheck } from '@/lib/domain/fact-check';
import styles from './fact-checks.module.css';
import { wordOfStanding } from './standing-words';

/** What is published, one line each: its headline, its verdict, how it stands and what readers ask for. */
export function FactCheckTable({
  slug,
  timeZone,
  factChecks,
}: {
  slug: string;
  timeZone: string;
  factChecks: readonly FactCheck[];
}) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Fact checks">
      <table className="table table-fold">
        <thead>
          <tr>
            <th scope="col">Headline</th>
            <th scope="col">Verdict</th>
            <th scope="col">State</th>
            <th scope="col">Readers ask</th>
            <th scope="col">Last change</th>
          </tr>
        </thead>
        <tbody>
          {factChecks.map((factCheck) => (
            <tr key={factCheck.id}>
              <th scope="row">
                <Link href={`/${slug}/fact-checks/${factCheck.id}` as Route} dir="auto">
                  {factCheck.content.headline}
                </Link>
              </th>
              <td>
                <StatusGlyph status={factCheck.content.status} />
              </td>
              <td>
                <State factCheck={factCheck} />
              </td>
              <td>{factCheck.openRequests === 0 ? '' : requestsInWords(factCheck.openRequests)}</td>
              <td>
                <RelativeTime instant={factCheck.updatedAt} timeZone={timeZone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ factCheck: { state, standing, corrections } }: { factCheck: FactCheck }) {
  if (state === 'unpublished') return <>Unpublished</>;
  const sign = wordOfStanding(standing);
  if (sign) return <span className={styles.sign}>{sign}</span>;
  return <>{corrections.length > 0 ? 'Published, corrected' : 'Published'}</>;
}

export const requestsInWords = (count: number): string => (count === 1 ? '1 request' : `${count} requests`);
