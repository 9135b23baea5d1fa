import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { ChevronLeftIcon } from '@/app/_ui/icons';
import { requireContext } from '@/lib/auth/current-context';
import { showArticle } from '@/lib/usecases/show-article';
import { RevisionDesk } from '../_components/revision-desk';
import styles from '../_components/revisions.module.css';

export const metadata: Metadata = { title: 'Add a new revision' };

export default async function NewRevisionPage({
  params,
}: PageProps<'/[workspace]/articles/[article]/revisions/new'>) {
  const { workspace: slug, article: id } = await params;
  const here = `/${slug}/articles/${id}`;
  const context = await requireContext(`${here}/revisions/new`);
  const shown = await showArticle(context, { id });
  if (!shown.ok || shown.value.workspace.slug !== slug) notFound();
  const { article, abilities } = shown.value;
  return (
    <div className="page">
      <header className="page-head">
        <div className={styles.title}>
          <Link href={here as Route} className={styles.back}>
            <ChevronLeftIcon />
            <span>{article.title}</span>
          </Link>
          <h1>Add a new revision</h1>
          <p className="lede">
            The text as it stands now. You see what it does to the annotations before it is saved; the text
            before it is kept.
          </p>
        </div>
      </header>
      {abilities.import ? (
        <RevisionDesk articleId={id} articleHref={here} />
      ) : (
        <EmptyState
          title="Editors add revisions"
          action={<ButtonLink href={here as Route}>Back to the article</ButtonLink>}
        >
          <p>Your role in this workspace does not include it. Ask an owner if you need to.</p>
        </EmptyState>
      )}
    </div>
  );
}
