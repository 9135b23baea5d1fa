import { articlesInWords } from '@/app/_marks/campaign-words';
import type { Workload } from '@/lib/domain/campaign';
import styles from './campaigns.module.css';
import { ProgressBar } from './progress-bar';

/** Who has how much of a campaign, and how far they are. */
export function WorkloadTable({ workload, isLate }: { workload: readonly Workload[]; isLate: boolean }) {
  return (
    <div className="table-scroll">
      <table className="table table-fold">
        <caption className="visually-hidden">Annotators</caption>
        <thead>
          <tr>
            <th scope="col">Annotator</th>
            <th scope="col">Submitted</th>
            <th scope="col">Begun</th>
            <th scope="col">Not submitted</th>
          </tr>
        </thead>
        <tbody>
          {workload.map(({ annotator, isIn, assigned, begun, submitted }) => (
            <tr key={annotator.id}>
              <th scope="row" className={styles.title}>
                {annotator.name}
                {!isIn && <span className="soft"> (left the campaign)</span>}
              </th>
              <td>
                {assigned === 0 ? (
                  'has no article'
                ) : (
                  <ProgressBar
                    done={submitted}
                    of={assigned}
                    words={`${submitted} of ${articlesInWords(assigned)} submitted`}
                  />
                )}
              </td>
              <td>{begun > 0 && `${begun} begun`}</td>
              <td className={isLate && submitted < assigned ? styles.late : undefined}>
                {submitted < assigned && `${assigned - submitted} ${isLate ? 'late' : 'to come'}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
