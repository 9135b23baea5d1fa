import { campaignEventInWords } from '@/app/_marks/campaign-history-words';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { CampaignEvent } from '@/lib/domain/campaign-history';
import styles from './campaigns.module.css';

/** What happened to a campaign, by whom and when, the newest first. */
export const CampaignHistory = ({
  events,
  timeZone,
}: {
  events: readonly CampaignEvent[];
  timeZone: string;
}) => (
  <ol className={styles.history}>
    {events.map((event) => (
      <li key={event.id}>
        <p dir="auto">{campaignEventInWords(event)}</p>
        {event.reason && <p dir="auto">Why: {event.reason}</p>}
        <p className="soft small">
          {event.actor?.name ?? 'Touchstone'}, <RelativeTime instant={event.createdAt} timeZone={timeZone} />
        </p>
      </li>
    ))}
  </ol>
);
