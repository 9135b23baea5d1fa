import { sizeInWords } from '@/app/_marks/release-words';
import type { ReleaseFile } from '@/lib/domain/release';
import styles from '../release.module.css';

/** The files of a release, each to be downloaded, with its size and hash. */
export const FileTable = ({ id, files }: { id: string; files: readonly ReleaseFile[] }) => (
  <div className="table-scroll" tabIndex={0} role="group" aria-label="Files">
    <table className="table table-fold">
      <caption className="visually-hidden">Files of the release</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What is in it</th>
          <th scope="col" className="number">
            Size
          </th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, what, bytes, sha256 }) => (
          <tr key={name}>
            <th scope="row">
              <a href={addressOf(id, name)} download={name}>
                {name}
              </a>
            </th>
            <td data-label="What is in it">{what}</td>
            <td data-label="Size" className="number">
              {sizeInWords(bytes)}
            </td>
            <td data-label="SHA-256">
              <code className={styles.hash}>{sha256}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export const addressOf = (id: string, name: string): string =>
  `/api/v1/releases/${id}/files/${encodeURIComponent(name)}`;
