import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { dayInWords } from '@/app/_ui/dates';
import { Notice } from '@/app/_ui/notice';
import { requireContext } from '@/lib/auth/current-context';
import { dayIn } from '@/lib/domain/prediction';
import { draftFactCheck } from '@/lib/usecases/draft-fact-check';
import { listCorrectionRequests } from '@/lib/usecases/list-correction-requests';
import { listFactCheckVersions } from '@/lib/usecases/list-fact-check-versions';
import { showFactCheck } from '@/lib/usecases/show-fact-check';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { ChangeForm } from '../_components/change-form';
import styles from '../_components/fact-checks.module.css';
import { RequestList } from '../_components/request-list';
import { meaningOfStanding } from '../_components/standing-words';
import { UnpublishDialog } from '../_components/unpublish-dialog';
import { VersionList } from '../_components/version-list';

export const metadata: Metadata = { title: 'Fact check' };

/** One fact check from inside: how it stands, what readers ask for, what the public saw when; and its changes. */
export default async function FactCheckPage({ params }: PageProps<'/[workspace]/fact-checks/[factCheck]'>) {
  const { workspace: slug, factCheck: id } = await params;
  const context = await requireContext(`/${slug}/fact-checks/${id}`);
  const [shown, found, versions, requests] = await Promise.all([
    showWorkspace(context, { slug }),
    showFactCheck(context, { id }),
    listFactCheckVersions(context, { id }),
    listCorrectionRequests(context, { slug, query: { factCheck: id } }),
  ]);
  if (!shown.ok || !found.ok || !versions.ok || !requests.ok) notFound();
  const factCheck = found.value;
  if (factCheck.workspace !== slug) notFound();
  const draft = await draftFactCheck(context, { id: factCheck.annotationId });
  if (!draft.ok) notFound();
  const { abilities, workspace } = shown.value;
  const { state, standing, content, version } = factCheck;
  const isPublic = state === 'published';
  const day = (at: string) => dayInWords(dayIn(workspace.timeZone, new Date(at)));
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 dir="auto">{content.headline}</h1>
          <p className="lede">
            {isPublic
              ? `Public since ${day(factCheck.publishedAt)}.`
              : `Unpublished on ${day(factCheck.updatedAt)}; its address says so.`}{' '}
            <a href={`/fact-checks/${id}`} className={styles.address}>
              {factCheck.url}
            </a>
          </p>
        </div>
        <div className="row">
          <ButtonLink
            href={`/${slug}/articles/${factCheck.articleId}#annotation-${factCheck.annotationId}` as Route}
          >
            Open in the article
          </ButtonLink>
          {abilities.publish &&
            (isPublic ? (
              <UnpublishDialog key={version} slug={slug} factCheck={{ id, version }} />
            ) : (
              <ButtonLink
                variant="primary"
                href={`/${slug}/fact-checks/of/${factCheck.annotationId}` as Route}
              >
                Publish again…
              </ButtonLink>
            ))}
        </div>
      </header>
      {isPublic && standing !== 'current' && <Notice>{meaningOfStanding(standing)}</Notice>}
      {requests.value.items.length > 0 && (
        <section className="section">
          <h2>Readers ask for a correction</h2>
          <RequestList
            slug={slug}
            timeZone={workspace.timeZone}
            requests={requests.value.items}
            mayAnswer={abilities.publish}
          />
        </section>
      )}
      {isPublic && abilities.publish && (
        <section className="section">
          <h2>Change or correct the page</h2>
          <ChangeForm
            key={`${version} ${factCheck.verificationId} ${draft.value.verificationId}`}
            slug={slug}
            workspaceName={workspace.name}
            factCheck={factCheck}
            draft={draft.value}
          />
        </section>
      )}
      <section className="section">
        <h2>What the public saw</h2>
        <VersionList versions={versions.value} timeZone={workspace.timeZone} />
      </section>
    </div>
  );
}
