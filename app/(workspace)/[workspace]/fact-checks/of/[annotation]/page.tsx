import type { Metadata, Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { Notice } from '@/app/_ui/notice';
import { requireContext } from '@/lib/auth/current-context';
import { draftFactCheck } from '@/lib/usecases/draft-fact-check';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { PublishForm } from '../../_components/publish-form';

export const metadata: Metadata = { title: 'Publish' };

/** Where a decision is published; what is public already is looked at and changed on its own page. */
export default async function PublishPage({ params }: PageProps<'/[workspace]/fact-checks/of/[annotation]'>) {
  const { workspace: slug, annotation: id } = await params;
  const context = await requireContext(`/${slug}/fact-checks/of/${id}`);
  const [shown, draft, annotation] = await Promise.all([
    showWorkspace(context, { slug }),
    draftFactCheck(context, { id, slug }),
    showAnnotation(context, { id }),
  ]);
  if (!shown.ok || !draft.ok || !annotation.ok) notFound();
  const { factCheck, content, verificationId, verifier, refusal } = draft.value;
  if (factCheck?.state === 'published') redirect(`/${slug}/fact-checks/${factCheck.id}` as Route);
  const { abilities, workspace } = shown.value;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{factCheck ? 'Publish again' : 'Publish a fact check'}</h1>
          <p className="lede">
            A page that everybody can read: the words, the verdict, why, and what it rests on.
          </p>
        </div>
        <ButtonLink href={`/${slug}/articles/${annotation.value.articleId}#annotation-${id}` as Route}>
          Back to the article
        </ButtonLink>
      </header>
      {!abilities.publish ? (
        <Notice>Editors publish. Ask one of them.</Notice>
      ) : content === null || verificationId === null ? (
        <Notice>{refusal}</Notice>
      ) : (
        <PublishForm
          slug={slug}
          workspaceName={workspace.name}
          annotationId={id}
          verificationId={verificationId}
          content={content}
          verifier={verifier}
          isAgain={factCheck !== null}
        />
      )}
    </div>
  );
}
