import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { dayInBrief } from '@/app/_ui/dates';
import { Notice } from '@/app/_ui/notice';
import { requireContext } from '@/lib/auth/current-context';
import { showProposition } from '@/lib/usecases/show-proposition';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { LinkDialog } from '../../_propositions/link-dialog';
import { LinkItem } from '../../_propositions/link-item';
import { PropositionTools, RestoreProposition } from '../../_propositions/proposition-tools';
import styles from '../../_propositions/propositions.module.css';
import { StatementView } from '../../_propositions/statement-view';
import { TakeOut } from '../../_propositions/take-out';

export const metadata: Metadata = { title: 'Proposition' };

export default async function PropositionPage({
  params,
}: PageProps<'/[workspace]/propositions/[proposition]'>) {
  const { workspace: slug, proposition: id } = await params;
  const context = await requireContext(`/${slug}/propositions/${id}`);
  const [shown, found] = await Promise.all([
    showWorkspace(context, { slug }),
    showProposition(context, { id }),
  ]);
  if (!shown.ok || !found.ok) notFound();
  const { abilities } = shown.value;
  const proposition = found.value;
  const { words, members, links, version, deletedAt, author, createdAt } = proposition;
  const articles = new Set(members.map(({ articleId }) => articleId)).size;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="soft small">
            Proposition, made by {author.name} on {dayInBrief(createdAt.slice(0, 10))}
          </p>
          <h1 className={styles.said} dir="auto">
            {words}
          </h1>
        </div>
        <div className={styles.tools}>
          {abilities.group && !deletedAt && <PropositionTools slug={slug} {...{ id, words, version }} />}
          <ButtonLink href={`/${slug}/propositions` as Route}>All propositions</ButtonLink>
        </div>
      </header>
      {deletedAt && (
        <Notice
          title="This proposition was deleted"
          action={abilities.group && <RestoreProposition id={id} version={version} />}
        >
          Its annotations are as they were. Restoring brings them together again.
        </Notice>
      )}
      <section className="section" aria-labelledby="said">
        <h2 id="said">
          {members.length === 0
            ? 'Nobody says it yet'
            : `Said ${members.length === 1 ? 'once' : `${members.length} times`}, in ${articles === 1 ? '1 article' : `${articles} articles`}`}
        </h2>
        {members.length === 0 && (
          <p className="soft">Open a note beside an article and choose “Group with…” to put it here.</p>
        )}
        <ul className={styles.members}>
          {members.map((member) => (
            <li key={member.annotationId} className={styles.member}>
              <StatementView slug={slug} statement={member} />
              {abilities.group && !deletedAt && member.annotationId && (
                <TakeOut
                  propositionId={member.propositionId}
                  annotationId={member.annotationId}
                  words={member.words}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="links">
        <h2 id="links">How it stands to others</h2>
        {abilities.group && !deletedAt && (
          <div className={styles.filter}>
            <LinkDialog slug={slug} id={id} />
          </div>
        )}
        {links.length === 0 ? (
          <p className="soft">No link to another proposition yet.</p>
        ) : (
          <ol className={styles.list}>
            {links.map((link) => (
              <LinkItem key={link.id} slug={slug} link={link} mayDecide={abilities.decideLink} />
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
