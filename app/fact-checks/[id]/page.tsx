import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { FactCheckArticle } from '@/app/_fact-check/fact-check-article';
import { dayInWords } from '@/app/_ui/dates';
import { factCheckLink, publisherLink } from '@/lib/auth/links';
import { ratingOf } from '@/lib/domain/claim-rating';
import type { PublicFactCheck } from '@/lib/domain/public-fact-check';
import { inContext, jsonForScript } from '@/lib/export/claimreview';
import { showPublicFactCheck } from '@/lib/usecases/show-public-fact-check';
import { AskForm } from '../_public/ask-form';
import { Corrections } from '../_public/corrections';
import { dayInZone } from '../_public/day-in-zone';
import { PublicFrame } from '../_public/public-frame';
import styles from '../_public/public-page.module.css';
import { RatingScale } from '../_public/rating-scale';
import { Tombstone } from '../_public/tombstone';

type Props = PageProps<'/fact-checks/[id]'>;
type Page = Extract<PublicFactCheck, { state: 'published' }>;

const find = cache((id: string) => showPublicFactCheck({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await find((await params).id);
  if (page?.state !== 'published') return { title: 'Fact check', robots: { index: false } };
  const { content, publisher, publishedAt, updatedAt } = page;
  const title = { absolute: `${content.headline} · ${publisher.name}` };
  const description = `${ratingOf(content.status)!.words}. ${content.summary ?? content.claimReviewed}`;
  return {
    title,
    description,
    robots: { index: true, follow: true },
    alternates: { canonical: factCheckLink(page.id) },
    openGraph: {
      type: 'article',
      title: content.headline,
      description,
      url: factCheckLink(page.id),
      siteName: publisher.name,
      publishedTime: publishedAt,
      modifiedTime: updatedAt,
    },
    twitter: { card: 'summary', title: content.headline, description },
  };
}

/** A published decision, for everybody. What is unpublished says so; the proxy answers it with 410. */
export default async function FactCheckPage({ params }: Props) {
  const page = await find((await params).id);
  if (!page) notFound();
  if (page.state === 'unpublished') return <Tombstone page={page} />;
  const { content, publisher, changes } = page;
  return (
    <PublicFrame publisher={publisher}>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredData(page) }} />
      <FactCheckArticle
        content={content}
        dateline={<Dateline page={page} />}
        before={page.isUnderReview && <UnderReview />}
        after={
          <>
            <Corrections changes={changes} timeZone={publisher.timeZone} />
            <RatingScale kind={content.kind} />
          </>
        }
      />
      <section className={styles.ask} id="ask">
        <div>
          <h2>Is something wrong here?</h2>
          <p className="soft">
            Write to the editors. What they find to be wrong is corrected on this page, with its date and
            reason.
          </p>
        </div>
        <AskForm factCheckId={page.id} requestId={randomUUID()} publisher={publisher.name} />
      </section>
    </PublicFrame>
  );
}

function Dateline({ page: { content, publisher, publishedAt, updatedAt, changes } }: { page: Page }) {
  const [first, last] = [publishedAt, updatedAt].map((at) => dayInZone(at, publisher.timeZone)) as [
    string,
    string,
  ];
  return (
    <>
      {content.verifier && `Checked by ${content.verifier} for ${publisher.name}. `}
      Published <time dateTime={publishedAt}>{dayInWords(first)}</time>
      {last !== first && (
        <>
          , updated <time dateTime={updatedAt}>{dayInWords(last)}</time>
        </>
      )}
      {changes.some(({ change }) => change === 'corrected') && (
        <>
          {' '}
          · <a href="#corrections">corrected</a>
        </>
      )}
    </>
  );
}

const UnderReview = () => (
  <p className={styles.review}>
    <strong>Under review.</strong> The newsroom is looking at this again. What stands here is what was
    published last.
  </p>
);

/** The page as search engines and fact-check databases read it. */
function structuredData({ id, publisher, content, publishedAt, updatedAt, changes }: Page): string {
  const corrections = changes.flatMap(({ change, at, reason }) =>
    change === 'corrected' && reason !== null ? [{ at, reason }] : [],
  );
  const review = inContext({
    url: factCheckLink(id),
    publisher: { name: publisher.name, url: publisherLink(publisher.slug) },
    content,
    publishedAt,
    updatedAt,
    corrections,
  });
  return jsonForScript(review);
}
