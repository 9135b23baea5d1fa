import type { Route } from 'next';
import Link from 'next/link';
import { wordOfWork } from '@/app/_marks/campaign-words';
import type { OwnAssignment } from '@/lib/domain/campaign';
import styles from './campaigns.module.css';
import { DueDay } from './due-day';

/** One’s own articles, what waits first. */
export function OwnWork({
  slug,
  items,
  today,
  namesCampaign = false,
}: {
  slug: string;
  items: readonly OwnAssignment[];
  today: string;
  namesCampaign?: boolean;
}) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.work}>
      {items.map(({ id, article, campaign, state }) => (
        <li key={id}>
          <p>
            <Link href={`/${slug}/articles/${article.id}` as Route}>{article.title}</Link>
            {namesCampaign && <span className="soft"> for {campaign.name}</span>}
          </p>
          <p className="soft small">
            {wordOfWork(state)}
            {state !== 'submitted' && (
              <>
                , <DueDay dueOn={campaign.dueOn} state={state} today={today} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
