import { KindMark } from '@/app/_marks/kind-mark';
import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import { KINDS } from '@/lib/domain/vocabulary';
import type { Manifest } from '@/lib/release/manifest';

/** How well the annotators of the release agree: the main figures of each pair. The others stand in agreement.json. */
export function AgreementFigures({ text, passes }: { text: string | null; passes: Manifest['passes'] }) {
  const agreement = text === null ? null : (JSON.parse(text) as Partial<Agreement>);
  const pairs = agreement?.overall?.pairs ?? [];
  if (text === null && passes.passes > 0)
    return (
      <p className="soft">
        The figures stand in agreement.json. While you are annotating one of its articles blind, they are not
        for you: submit your pass first.
      </p>
    );
  if (pairs.length === 0)
    return (
      <p className="soft">
        {passes.passes === 0
          ? 'The release holds no blind passes, so there is nothing to compare.'
          : 'No article was annotated blind by two people, so there is nothing to compare.'}
      </p>
    );
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label="Agreement">
      <table className="table">
        <caption className="visually-hidden">Agreement by pair of annotators and kind</caption>
        <thead>
          <tr>
            <th scope="col">Annotators</th>
            <th scope="col">Kind</th>
            <th scope="col" className="number">
              Marks
            </th>
            <th scope="col" className="number">
              F1 exact
            </th>
            <th scope="col" className="number">
              F1 overlap
            </th>
            <th scope="col" className="number">
              Unitizing alpha
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.flatMap(({ a, b, kinds }) =>
            KINDS.map((kind) => (
              <tr key={`${a.id} ${b.id} ${kind}`}>
                <th scope="row">
                  {a.name} and {b.name}
                </th>
                <td>
                  <KindMark kind={kind} plural />
                </td>
                <td className="number">{kinds[kind].n.join(' and ')}</td>
                <td className="number">{figure(kinds[kind].exact.f1)}</td>
                <td className="number">{figure(kinds[kind].overlap.f1)}</td>
                <td className="number">{figure(kinds[kind].alphaU)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

const figure = (value: number | null): string => (value === null ? 'undefined' : value.toFixed(3));
