import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { fullAnnotationsInWords } from '@/app/_marks/full-annotation-words';
import { pluralOfKind } from '@/app/_marks/words';
import { ChevronLeftIcon } from '@/app/_ui/icons';
import { Notice } from '@/app/_ui/notice';
import { RelativeTime } from '@/app/_ui/relative-time';
import { requireContext } from '@/lib/auth/current-context';
import { listFullAnnotations } from '@/lib/usecases/list-full-annotations';
import { listPasses } from '@/lib/usecases/list-passes';
import { showArticle } from '@/lib/usecases/show-article';
import styles from '../revisions/_components/revisions.module.css';
import { DeclareForm } from './_components/declare-form';

export const metadata: Metadata = { title: 'Annotated in full' };

/** For which kinds somebody has marked all that the article holds, and what was said of that before. */
export default async function FullAnnotationPage({
  params,
}: PageProps<'/[workspace]/articles/[article]/full-annotation'>) {
  const { workspace: slug, article: id } = await params;
  const here = `/${slug}/articles/${id}`;
  const context = await requireContext(`${here}/full-annotation`);
  const [shown, declared, passes] = await Promise.all([
    showArticle(context, { id }),
    listFullAnnotations(context, { articleId: id }),
    listPasses(context, { articleId: id }),
  ]);
  if (!shown.ok || !declared.ok || !passes.ok || shown.value.workspace.slug !== slug) notFound();
  const { article, abilities, workspace } = shown.value;
  const { standing, history } = declared.value;
  const own = standing.filter(({ by }) => by.id === context.actor.userId).map(({ kind }) => kind);
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div className={styles.title}>
          <Link href={here as Route} className={styles.back}>
            <ChevronLeftIcon />
            <span>{article.title}</span>
          </Link>
          <h1>Annotated in full</h1>
          <p className="lede">
            Where somebody has marked all claims, quotes or predictions of this text, what is left bare is
            meant to be. Datasets need to know. A newer text has to be looked through anew.
          </p>
        </div>
      </header>
      {passes.value.own?.state === 'open' ? (
        <Notice>
          You are annotating this article blind: you say for which kinds it is annotated in full when you
          submit.
        </Notice>
      ) : (
        <>
          <p>{fullAnnotationsInWords(standing) ?? 'Nobody has declared it of this text.'}</p>
          {abilities.annotate && (
            <DeclareForm key={own.join()} articleId={id} revisionId={article.revision.id} declared={own} />
          )}
        </>
      )}
      {history.length > 0 && (
        <section className="section" aria-labelledby="history">
          <h2 id="history">What was declared</h2>
          <div className="table-scroll">
            <table className="table table-fold">
              <thead>
                <tr>
                  <th scope="col">Kind</th>
                  <th scope="col">By</th>
                  <th scope="col">Declared</th>
                  <th scope="col">Now</th>
                </tr>
              </thead>
              <tbody>
                {history.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{pluralOfKind(one.kind)}</th>
                    <td>{one.by.name}</td>
                    <td>
                      <RelativeTime instant={one.declaredAt} timeZone={workspace.timeZone} />
                    </td>
                    <td>
                      {one.withdrawnAt ? (
                        <>
                          taken back <RelativeTime instant={one.withdrawnAt} timeZone={workspace.timeZone} />
                        </>
                      ) : one.revisionId === article.revision.id ? (
                        'stands'
                      ) : (
                        'of an earlier text'
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </div>
  );
}
