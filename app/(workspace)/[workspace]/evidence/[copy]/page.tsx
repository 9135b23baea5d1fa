import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { momentInWords, dayInWords } from '@/app/_ui/dates';
import { Notice } from '@/app/_ui/notice';
import { requireContext } from '@/lib/auth/current-context';
import type { CaptureWithText } from '@/lib/domain/capture';
import { findWords } from '@/lib/domain/find-words';
import { TextIndex } from '@/lib/domain/text-index';
import { showCapture } from '@/lib/usecases/show-capture';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import styles from './stored-copy.module.css';

export const metadata: Metadata = { title: 'Stored copy' };

/** A page or file as it was kept, as plain text; `?excerpt=` marks words in it. */
export default async function StoredCopyPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/evidence/[copy]'>) {
  const { workspace: slug, copy: id } = await params;
  const { excerpt } = await searchParams;
  const context = await requireContext(`/${slug}/evidence/${id}`);
  const [shown, capture] = await Promise.all([
    showWorkspace(context, { slug }),
    showCapture(context, { id }),
  ]);
  if (!shown.ok || !capture.ok || capture.value.slug !== slug) notFound();
  const kept = capture.value;
  const title = kept.copy?.title ?? kept.fileName ?? kept.url ?? 'Stored copy';
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div>
          <h1 className={styles.title}>{title}</h1>
          <p className="lede">
            {kept.kind === 'file'
              ? 'A file that was kept as evidence'
              : 'A copy of a web page, kept as evidence'}
          </p>
        </div>
      </header>
      <Facts kept={kept} timeZone={shown.value.workspace.timeZone} />
      {kept.text === null ? (
        <Notice title={kept.copy ? 'No text could be read from it' : 'There is no copy'}>
          {kept.copy ? 'Download the file to look at it.' : kept.failure}
        </Notice>
      ) : (
        <section className="section">
          <h2>Its words</h2>
          <Words text={kept.text} excerpt={typeof excerpt === 'string' ? excerpt : ''} />
        </section>
      )}
    </div>
  );
}

function Facts({ kept, timeZone }: { kept: CaptureWithText; timeZone: string }) {
  const { copy, url, finalUrl, capturedAt } = kept;
  return (
    <dl className={styles.facts}>
      {url && (
        <div>
          <dt>Address</dt>
          <dd>
            <a href={url} rel="noopener noreferrer nofollow" target="_blank">
              {url}
              <span className="visually-hidden"> (opens in a new tab)</span>
            </a>
            {finalUrl && finalUrl !== url && <span className="soft"> led to {finalUrl}</span>}
          </dd>
        </div>
      )}
      {capturedAt && (
        <div>
          <dt>{copy ? 'Kept' : 'Tried'}</dt>
          <dd>{momentInWords(capturedAt, timeZone)}</dd>
        </div>
      )}
      {copy?.publishedAt && (
        <div>
          <dt>Published</dt>
          <dd>{dayInWords(copy.publishedAt)}, as it says itself</dd>
        </div>
      )}
      {copy && (
        <>
          <div>
            <dt>SHA-256 of the bytes</dt>
            <dd className={styles.hash}>{copy.bytesSha256}</dd>
          </div>
          {copy.textSha256 && (
            <div>
              <dt>SHA-256 of the text</dt>
              <dd className={styles.hash}>{copy.textSha256}</dd>
            </div>
          )}
        </>
      )}
      {copy?.hasFile && (
        <div>
          <dt>File</dt>
          <dd>
            <a href={`/api/v1/captures/${kept.id}/file`} download>
              Download {kept.fileName}
            </a>{' '}
            <span className="soft">
              ({Math.ceil(copy.byteLength / 1000)} kB; it came from outside, so open it with care)
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Plain text, whatever it was: with the excerpt marked where it stands. */
function Words({ text, excerpt }: { text: string; excerpt: string }) {
  const index = new TextIndex(text);
  const [hit] = findWords(index, excerpt.slice(0, 20_000));
  return (
    <div className={styles.words} dir="auto">
      {hit ? (
        <>
          {index.slice(0, hit.start)}
          <mark id="excerpt">{index.slice(hit.start, hit.end)}</mark>
          {index.slice(hit.end, index.length)}
        </>
      ) : (
        text
      )}
    </div>
  );
}
