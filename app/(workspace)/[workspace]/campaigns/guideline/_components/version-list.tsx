import type { Route } from 'next';
import { PlaceLink } from '@/app/_ui/place-link';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Guideline } from '@/lib/domain/guideline';
import styles from './guideline.module.css';
import { RestoreVersion } from './restore-version';

/** The versions, the newest first, each with what changed and the way to read it, compare it and take it up again. */
export function VersionList({
  slug,
  versions,
  shown,
  timeZone,
  mayWrite,
}: {
  slug: string;
  versions: readonly Guideline[];
  /** The number of the version that stands above. */
  shown: number;
  timeZone: string;
  mayWrite: boolean;
}) {
  const inForce = versions[0]!;
  const here = `/${slug}/campaigns/guideline`;
  return (
    <div className="table-scroll">
      <table className="table table-fold">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">What changed</th>
            <th scope="col">Who and when</th>
            <th scope="col">
              <span className="visually-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => {
            const { number, summary, author, createdAt } = version;
            return (
              <tr key={number}>
                <th scope="row">
                  {number === shown ? (
                    <span aria-current="true">{number}</span>
                  ) : (
                    <PlaceLink href={`${here}?version=${number}` as Route}>{number}</PlaceLink>
                  )}
                  {number === inForce.number && <span className="soft small"> in force</span>}
                </th>
                <td dir="auto" className={styles.words}>
                  {summary}
                </td>
                <td>
                  {author?.name ?? 'Touchstone'}, <RelativeTime instant={createdAt} timeZone={timeZone} />
                </td>
                <td>
                  <span className={styles.ways}>
                    {number > 1 && (
                      <PlaceLink href={`${here}?version=${number}&since=${number - 1}` as Route}>
                        Compare with {number - 1}
                      </PlaceLink>
                    )}
                    {number < inForce.number - 1 && (
                      <PlaceLink href={`${here}?version=${inForce.number}&since=${number}` as Route}>
                        Compare with {inForce.number}
                      </PlaceLink>
                    )}
                    {mayWrite && number !== inForce.number && (
                      <RestoreVersion slug={slug} version={version} inForce={inForce} />
                    )}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
