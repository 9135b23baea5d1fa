import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { dayInWords } from '@/app/_ui/dates';
import { ShowMore } from '@/app/_ui/show-more';
import { publisherLink } from '@/lib/auth/links';
import type { PublicListing } from '@/lib/domain/public-fact-check';
import { listPublicFactChecks } from '@/lib/usecases/list-public-fact-checks';
import { dayInZone } from '../../_public/day-in-zone';
import { PublicFrame } from '../../_public/public-frame';
import styles from '../../_public/public-page.module.css';

type Props = PageProps<'/fact-checks/by/[publisher]'>;

const find = cache((slug: string, cursor: string | undefined) => listPublicFactChecks({ slug, cursor }));
async function findPage({ params, searchParams }: Props) {
  const { cursor } = await searchParams;
  return find((await params).publisher, typeof cursor === 'string' ? cursor : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await findPage(props);
  if (!list) return { title: 'Fact checks' };
  const { name, slug } = list.publisher;
  const url = publisherLink(slug);
  const title = `Fact checks by ${name}`;
  return {
    title: { absolute: title },
    description: `Claims, quotes and predictions that ${name} has checked.`,
    robots: { index: true, follow: true },
    alternates: { canonical: url, types: { 'application/atom+xml': `${url}/feed.xml` } },
    openGraph: { type: 'website', title, url, siteName: name },
  };
}

/** All that a workspace has published, the newest first. It is not there until something is. */
export default async function PublisherPage(props: Props) {
  const list = await findPage(props);
  if (!list) notFound();
  const { publisher, items, nextCursor } = list;
  const next = `/fact-checks/by/${publisher.slug}?cursor=${nextCursor}`;
  return (
    <PublicFrame publisher={publisher}>
      <div className="stack">
        <h1>Fact checks by {publisher.name}</h1>
        <p className="soft">
          <a href={`/fact-checks/by/${publisher.slug}/feed.xml`}>Follow them as a feed</a>
        </p>
        <ul className={styles.list} aria-label="Fact checks">
          {items.map((item) => (
            <li key={item.id}>
              <Line item={item} timeZone={publisher.timeZone} />
            </li>
          ))}
        </ul>
        {nextCursor && <ShowMore href={next as Route} />}
      </div>
    </PublicFrame>
  );
}

function Line({
  item: { id, content, publishedAt, corrections },
  timeZone,
}: {
  item: PublicListing;
  timeZone: string;
}) {
  return (
    <>
      <h2>
        <Link href={`/fact-checks/${id}` as Route} prefetch={false} dir="auto">
          {content.headline}
        </Link>
      </h2>
      <p className={styles.meta}>
        <StatusGlyph status={content.status} />
        <time dateTime={publishedAt}>{dayInWords(dayInZone(publishedAt, timeZone))}</time>
        {corrections > 0 && <span>corrected</span>}
      </p>
      {content.summary && (
        <p dir="auto" className="soft">
          {content.summary}
        </p>
      )}
    </>
  );
}
