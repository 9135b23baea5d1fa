import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { licenceInWords, meaningOfLicence } from '@/app/_marks/licence-words';
import { ChevronLeftIcon } from '@/app/_ui/icons';
import { RelativeTime } from '@/app/_ui/relative-time';
import { requireContext } from '@/lib/auth/current-context';
import { type ArticleLicence, NO_LICENCE } from '@/lib/domain/licence';
import { listLicenceChanges } from '@/lib/usecases/list-licence-changes';
import { showArticle } from '@/lib/usecases/show-article';
import styles from '../revisions/_components/revisions.module.css';
import { LicenceForm } from './_components/licence-form';
import { PutBack } from './_components/put-back';

export const metadata: Metadata = { title: 'Licence' };

export default async function LicencePage({ params }: PageProps<'/[workspace]/articles/[article]/licence'>) {
  const { workspace: slug, article: id } = await params;
  const here = `/${slug}/articles/${id}`;
  const context = await requireContext(`${here}/licence`);
  const [shown, changes] = await Promise.all([
    showArticle(context, { id }),
    listLicenceChanges(context, { articleId: id, query: { limit: 50 } }),
  ]);
  if (!shown.ok || !changes.ok || shown.value.workspace.slug !== slug) notFound();
  const { article, abilities, workspace } = shown.value;
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div className={styles.title}>
          <Link href={here as Route} className={styles.back}>
            <ChevronLeftIcon />
            <span>{article.title}</span>
          </Link>
          <h1>Licence</h1>
          <p className="lede">
            Under which terms this article may be passed on, and how much of its words go along with exports.
            Marks and positions always do.
          </p>
        </div>
      </header>
      {abilities.import ? (
        <LicenceForm article={article} />
      ) : (
        <p>
          {licenceInWords(article) ?? 'Nobody has named a licence.'} In exports, {meaningOfLicence(article)}.
        </p>
      )}
      {changes.value.items.length > 0 && (
        <section className="section" aria-labelledby="changes">
          <h2 id="changes">What was said before</h2>
          <div className="table-scroll">
            <table className="table table-fold">
              <thead>
                <tr>
                  <th scope="col">Licence</th>
                  <th scope="col">Until</th>
                  <th scope="col">Changed by</th>
                  {abilities.import && <th scope="col">Undo</th>}
                </tr>
              </thead>
              <tbody>
                {changes.value.items.map((change) => {
                  const before = { ...NO_LICENCE, ...(change.before as Partial<ArticleLicence> | null) };
                  const words = licenceInWords(before) ?? 'Nothing was said';
                  return (
                    <tr key={change.id}>
                      <th scope="row">
                        {words}: {meaningOfLicence(before)}
                      </th>
                      <td>
                        <RelativeTime instant={change.createdAt} timeZone={workspace.timeZone} />
                      </td>
                      <td>{change.actor?.name ?? 'Somebody who has left'}</td>
                      {abilities.import && (
                        <td>
                          <PutBack
                            articleId={id}
                            version={article.licenceVersion}
                            before={before}
                            label={words}
                          />
                        </td>
                      )}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </div>
  );
}
