import { KindMark } from '@/app/_marks/kind-mark';
import { classNames } from '@/app/_ui/class-names';
import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import { KINDS } from '@/lib/domain/vocabulary';
import styles from './agreement-table.module.css';
import { Figure } from './figure';

/** All annotators together, by how many annotated an article. */
export function JointTable({ joint, caption }: { joint: Agreement['overall']['joint']; caption: string }) {
  const rows = KINDS.flatMap((kind) => joint[kind].map((figures) => ({ kind, figures })));
  return (
    <div className={classNames('table-scroll', styles.scroll)}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Annotators</th>
            <th scope="col">Articles</th>
            <th scope="col">Spans</th>
            <th scope="col" className="number">
              Units (αU)
            </th>
            <th scope="col" className="number">
              Characters (α)
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, figures }) => (
            <tr key={`${kind} ${figures.annotators}`}>
              <th scope="row">
                <KindMark kind={kind} plural />
              </th>
              <td className="figures">{figures.annotators} each</td>
              <td className="figures">{figures.articles}</td>
              <td className="figures">{figures.n}</td>
              <td className="number">
                <Figure figure={figures.alphaU} reason={figures.undefined.alphaU} />
              </td>
              <td className="number">
                <Figure figure={figures.charAlpha} reason={figures.undefined.charAlpha} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
