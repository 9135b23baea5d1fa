import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { safeHtmlFrom } from '@/app/_markdown/safe-html';
import { wordOfTextMode } from '@/app/_marks/export-words';
import { wordOfReleaseState } from '@/app/_marks/release-words';
import { ButtonLink } from '@/app/_ui/button-link';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/notice';
import { RelativeTime } from '@/app/_ui/relative-time';
import { requireContext } from '@/lib/auth/current-context';
import { env } from '@/lib/env';
import { listReleases } from '@/lib/usecases/list-releases';
import { readReleaseDocument } from '@/lib/usecases/read-release-document';
import { showRelease } from '@/lib/usecases/show-release';
import { showReleaseManifest } from '@/lib/usecases/show-release-manifest';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { CommandLine } from '../../_components/command-line';
import { ExportTabs } from '../../_components/export-tabs';
import { AgreementFigures } from './_components/agreement-figures';
import { Changes } from './_components/changes';
import { FileTable } from './_components/file-table';
import { HeldPart } from './_components/held-part';
import { LossTable } from './_components/loss-table';
import { Making } from './_components/making';
import { RetryButton } from './_components/retry-button';
import { SplitTable } from './_components/split-table';
import styles from './release.module.css';

export const metadata: Metadata = { title: 'Release' };

/** One release: how far it is while it is made; then its files, and all that is said of it. */
export default async function ReleasePage({
  params,
  searchParams,
}: PageProps<'/[workspace]/export/releases/[release]'>) {
  const { workspace: slug, release: id } = await params;
  const { with: other } = await searchParams;
  const context = await requireContext(`/${slug}/export/releases/${id}`);
  const [workspace, shown] = await Promise.all([
    showWorkspace(context, { slug }),
    showRelease(context, { id }),
  ]);
  if (!workspace.ok || !shown.ok || shown.value.release.workspace !== slug) notFound();
  const { timeZone } = workspace.value.workspace;
  const { release, mayRetry } = shown.value;
  const isReady = release.state === 'ready';
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>
            {release.name} {release.version}
          </h1>
          <p className="lede">
            {isReady && release.frozenAt ? (
              <>
                The dataset as it stood <RelativeTime instant={release.frozenAt} timeZone={timeZone} />. It
                never changes.
              </>
            ) : (
              `${wordOfReleaseState(release.state)}.`
            )}{' '}
            Asked for by {release.requestedBy.name}.
          </p>
        </div>
        <ButtonLink href={`/${slug}/export/releases` as Route}>All releases</ButtonLink>
      </header>
      <ExportTabs slug={slug} current="export/releases" />
      {release.part && <HeldPart slug={slug} part={release.part} />}
      {release.state === 'failed' && (
        <div className={styles.failed}>
          <Notice
            tone="error"
            title="This release could not be made"
            action={mayRetry ? <RetryButton id={id} /> : undefined}
          >
            {release.failure} What was frozen and written is kept, and the workspace is as it was.
            {!mayRetry && ' An owner of this workspace can try again.'}
          </Notice>
        </div>
      )}
      {!isReady && release.state !== 'failed' && <Making id={id} progress={release.progress} />}
      {isReady && <Ready slug={slug} id={id} other={typeof other === 'string' ? other : null} />}
    </div>
  );
}

async function Ready({ slug, id, other }: { slug: string; id: string; other: string | null }) {
  const context = await requireContext(`/${slug}/export/releases/${id}`);
  const read = async (name: 'README.md' | 'CITATION.cff' | 'CHANGELOG.md' | 'agreement.json') => {
    const text = await readReleaseDocument(context, { id, name });
    return text.ok ? text.value : null;
  };
  const [shown, manifest, card, citation, changelog, agreement, listed] = await Promise.all([
    showRelease(context, { id }),
    showReleaseManifest(context, { id }),
    read('README.md'),
    read('CITATION.cff'),
    read('CHANGELOG.md'),
    read('agreement.json'),
    listReleases(context, { slug, query: { limit: '100' } }),
  ]);
  if (!shown.ok) notFound();
  if (!manifest.ok) {
    if (manifest.error.code !== 'pass_open') notFound();
    return <Notice title="Not open to you yet">{manifest.error.message}</Notice>;
  }
  const { release } = shown.value;
  const reports = new Set(release.files.map(({ losses }) => losses?.report));
  const address = env().NEXTAUTH_URL.replace(/\/$/, '');
  const others = listed.ok
    ? listed.value.items.filter((item) => item.id !== id && item.state === 'ready')
    : [];
  return (
    <>
      {release.notes && (
        <div className="prose" dangerouslySetInnerHTML={{ __html: safeHtmlFrom(release.notes) }} />
      )}
      <Part title="Files">
        <p className="soft">
          {wordOfTextMode(release.options.text)}. Each file has the SHA-256 that stands beside it, for ever;
          those of the reports below stand in SHA256SUMS.
        </p>
        <FileTable id={id} files={release.files.filter(({ name }) => !reports.has(name))} />
      </Part>
      <Part title="What the formats left behind">
        <LossTable id={id} files={release.files} />
      </Part>
      <Part title="Splits">
        <SplitTable splits={manifest.value.splits} />
      </Part>
      <Part title="Agreement">
        <AgreementFigures text={agreement} passes={manifest.value.passes} />
      </Part>
      <Part title="Changes">
        <Changes context={context} slug={slug} id={id} other={other} others={others} changelog={changelog} />
      </Part>
      <Part title="How to cite it">
        {citation && (
          <pre className={styles.code} tabIndex={0}>
            {citation}
          </pre>
        )}
      </Part>
      <Part title="How to verify it">
        <p>
          With all files in one folder, this compares each with its SHA-256. That of the manifest is{' '}
          <code className={styles.hash}>{release.manifestSha256}</code>.
        </p>
        <CommandLine label="Check of the hashes" line="sha256sum --check SHA256SUMS" />
        <p>On the server, this makes every file once more of what was frozen and compares the bytes:</p>
        <CommandLine label="Command that verifies" line={`npm run -s touchstone -- release verify ${id}`} />
        <p>And this fetches one of them over the API, with a token from the settings:</p>
        <CommandLine
          label="API request"
          line={`curl --fail --remote-name --header "Authorization: Bearer $TOKEN" "${address}/api/v1/releases/${id}/files/manifest.json"`}
        />
      </Part>
      <Part title="Dataset card">
        {card && (
          <details className={styles.card}>
            <summary>Read the card</summary>
            <div
              className="prose"
              dangerouslySetInnerHTML={{ __html: safeHtmlFrom(withoutFrontMatter(card), { headingFrom: 3 }) }}
            />
          </details>
        )}
      </Part>
    </>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classNames('section', styles.told)}>
    <h2>{title}</h2>
    {children}
  </section>
);

/** What stands before the card for programs. */
const withoutFrontMatter = (card: string): string => card.replace(/^---\n[\s\S]*?\n---\n/, '');
