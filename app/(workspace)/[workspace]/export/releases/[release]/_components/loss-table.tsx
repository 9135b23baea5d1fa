import { countOfLosses, wordOfFormat } from '@/app/_marks/export-words';
import type { LossSubject } from '@/lib/domain/loss-counts';
import type { ReleaseFile } from '@/lib/domain/release';
import { addressOf } from './file-table';

/** What each format had to leave behind, in words and numbers, with the report that lists it. */
export const LossTable = ({ id, files }: { id: string; files: readonly ReleaseFile[] }) => (
  <div className="table-scroll" tabIndex={0} role="group" aria-label="What the formats left behind">
    <table className="table table-fold">
      <caption className="visually-hidden">What each format left behind</caption>
      <thead>
        <tr>
          <th scope="col">Format</th>
          <th scope="col">Left behind</th>
          <th scope="col">Report</th>
        </tr>
      </thead>
      <tbody>
        {files.map(
          ({ format, losses }) =>
            format &&
            losses && (
              <tr key={format}>
                <th scope="row">{wordOfFormat(format)}</th>
                <td data-label="Left behind">{wordsOf(losses.counts.by)}</td>
                <td data-label="Report">
                  <a href={addressOf(id, losses.report)} download={losses.report}>
                    {losses.report}
                  </a>
                </td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  </div>
);

function wordsOf(by: Partial<Record<LossSubject, number>>): string {
  const lost = Object.entries(by) as [LossSubject, number][];
  return lost.length === 0 ? 'Nothing' : lost.map(([what, count]) => countOfLosses(what, count)).join(', ');
}
