import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { dayInWords } from '@/app/_ui/dates';
import { Notice } from '@/app/_ui/notice';
import { requireContext } from '@/lib/auth/current-context';
import { wordsOf } from '@/lib/domain/annotation-words';
import { decisionBehind } from '@/lib/domain/decisions-as-of';
import { daySchema } from '@/lib/domain/ids';
import { dayIn } from '@/lib/domain/prediction';
import { listReplies } from '@/lib/usecases/list-replies';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { ReplyLog } from '../../_verify/reply-log';
import { VerificationHistory } from '../../_verify/verification-history';
import { AsOfForm } from './_components/as-of-form';
import { SettleAwaiting } from './_components/settle-awaiting';
import styles from './decisions.module.css';

export const metadata: Metadata = { title: 'Decisions' };

/** All decisions on an annotation, now or as they stood on a day, and what was asked of whom about it. */
export default async function DecisionsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/decisions/[annotation]'>) {
  const { workspace: slug, annotation: id } = await params;
  const context = await requireContext(`/${slug}/decisions/${id}`);
  const asOf = daySchema.safeParse((await searchParams).asOf).data;
  const [shown, now, decisions, replies] = await Promise.all([
    showWorkspace(context, { slug }),
    showAnnotation(context, { id }),
    listVerifications(context, { id, query: { asOf } }),
    listReplies(context, { id }),
  ]);
  if (!shown.ok || !now.ok || !decisions.ok || !replies.ok) notFound();
  const { workspace, abilities } = shown.value;
  const then = asOf ? await showAnnotation(context, { id, query: { asOf } }) : now;
  const today = dayIn(workspace.timeZone, context.now);
  const logged = asOf
    ? replies.value.filter(({ createdAt }) => dayIn(workspace.timeZone, new Date(createdAt)) <= asOf)
    : replies.value;
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div>
          <h1>Decisions</h1>
          <blockquote className={styles.words} dir="auto">
            {wordsOf(then.ok ? then.value : now.value)}
          </blockquote>
          <p className={styles.state}>
            <KindMark kind={now.value.kind} />
            {then.ok && <StatusGlyph status={then.value.status} />}
            <Link href={`/${slug}/articles/${now.value.articleId}#annotation-${id}` as Route}>
              Show it in the article
            </Link>
          </p>
        </div>
      </header>
      <AsOfForm asOf={asOf ?? null} today={today} />
      {asOf && (
        <Notice
          title={`As it stood on ${dayInWords(asOf)}`}
          action={<Link href={`/${slug}/decisions/${id}` as Route}>Show it as it stands now</Link>}
        >
          {then.ok ? 'Nothing that was recorded later is shown.' : 'It was not marked yet.'}
        </Notice>
      )}
      {!asOf && now.value.awaiting && abilities.verify && (
        <SettleAwaiting annotation={now.value} slug={slug} />
      )}
      <section className="section">
        <h2>What was decided</h2>
        <VerificationHistory
          verifications={decisions.value}
          workspaceSlug={slug}
          inForceId={then.ok ? (decisionBehind(then.value, decisions.value)?.id ?? null) : null}
        />
      </section>
      <section className="section">
        <h2>Right of reply</h2>
        <ReplyLog
          annotationId={id}
          today={today}
          mayLog={abilities.verify && !asOf && now.value.deletedAt === null}
          logged={logged}
          key={asOf}
        />
      </section>
    </div>
  );
}
