import type { Route } from 'next';
import Link from 'next/link';
import {
  articlesInWords,
  kindsInWords,
  peopleInWords,
  wordOfCampaignMode,
} from '@/app/_marks/campaign-words';
import type { ListedCampaign } from '@/lib/domain/campaign';
import styles from './campaigns.module.css';
import { DueDay } from './due-day';
import { ProgressBar } from './progress-bar';

/** The campaigns of a workspace; how far they are is there for those who run them. */
export function CampaignTable({
  slug,
  campaigns,
  today,
  showsProgress,
}: {
  slug: string;
  campaigns: readonly ListedCampaign[];
  today: string;
  showsProgress: boolean;
}) {
  return (
    <div className="table-scroll">
      <table className="table table-fold">
        <caption className="visually-hidden">Campaigns</caption>
        <thead>
          <tr>
            <th scope="col">Campaign</th>
            <th scope="col">Asks for</th>
            <th scope="col">Day</th>
            {showsProgress && <th scope="col">Submitted</th>}
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <tr key={campaign.id}>
              <th scope="row" className={styles.title}>
                <Link href={`/${slug}/campaigns/${campaign.id}` as Route}>{campaign.name}</Link>
                {campaign.state === 'closed' && <span className="soft"> (closed)</span>}
              </th>
              <td>
                {kindsInWords(campaign.kinds)} in {articlesInWords(campaign.articles)},{' '}
                {peopleInWords(campaign.annotatorsPerArticle)} for each, {wordOfCampaignMode(campaign.mode)}
              </td>
              <td>
                <DueDay dueOn={campaign.dueOn} state={stateOf(campaign)} today={today} />
              </td>
              {campaign.progress && (
                <td>
                  <ProgressBar
                    done={campaign.progress.submitted}
                    of={campaign.progress.places}
                    words={`${campaign.progress.submitted} of ${campaign.progress.places} submitted`}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A campaign is late as long as it is open and, as far as one is told, not all of it submitted. */
const stateOf = ({ state, progress }: ListedCampaign) =>
  state === 'closed' || (progress && progress.places > 0 && progress.submitted >= progress.places)
    ? 'submitted'
    : 'begun';
