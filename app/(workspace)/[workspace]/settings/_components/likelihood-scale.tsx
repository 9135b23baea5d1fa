import type { Route } from 'next';
import Link from 'next/link';
import { RelativeTime } from '@/app/_ui/relative-time';
import { percentRange } from '@/app/_ui/percent';
import type { Context } from '@/lib/usecases/context';
import { listLikelihoodScales } from '@/lib/usecases/list-likelihood-scales';
import { ScaleForm } from './scale-form';

/** Which numbers the words of likelihood stand for here; who may verify can change them. */
export async function LikelihoodScale({
  context,
  slug,
  timeZone,
  canEdit,
}: {
  context: Context;
  slug: string;
  timeZone: string;
  canEdit: boolean;
}) {
  const scales = await listLikelihoodScales(context, { slug });
  if (!scales.ok) return null;
  const { current, own, shipped } = scales.value;
  return (
    <section className="section stack" id="likelihood-words">
      <h2>Words of likelihood</h2>
      <p className="soft">
        The <Link href={`/${slug}/predictions/scoreboard` as Route}>scoreboard</Link> takes its numbers from{' '}
        <b>{current.name}</b>
        {current.version === null ? (
          `: ${current.source}`
        ) : (
          <>
            , version {current.version}, by {current.createdBy},{' '}
            <RelativeTime instant={current.createdAt!} timeZone={timeZone} />.
          </>
        )}
      </p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Words</th>
              <th scope="col" className="number">
                Probability
              </th>
            </tr>
          </thead>
          <tbody>
            {current.entries.map((entry) => (
              <tr key={entry.words.join()}>
                <th scope="row">{entry.words.join(', ')}</th>
                <td className="number">{percentRange(entry)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {canEdit && (
        <ScaleForm
          // A version saved meanwhile begins the form anew.
          key={current.key}
          slug={slug}
          basedOn={own[0]?.version ?? 0}
          scales={[current, ...[...own, ...shipped].filter(({ key }) => key !== current.key)]}
        />
      )}
    </section>
  );
}
