import type { Route } from 'next';
import { kindsInWords } from '@/app/_marks/campaign-words';
import { buttonClass } from '@/app/_ui/button';
import { dayInWords } from '@/app/_ui/dates';
import { controlClass } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { PlaceLink } from '@/app/_ui/place-link';
import { isLate, type OwnAssignment } from '@/lib/domain/campaign';
import { giveBack, startAssigned, takeNext } from './assignment-actions';
import styles from './assignment-line.module.css';

/**
 * That the article is asked of the reader, for which campaign and by when, and what can be done about it. Rendered on the
 * server, with plain forms.
 */
export function AssignmentLine({
  assignment,
  slug,
  today,
  isRevealed,
}: {
  assignment: OwnAssignment;
  slug: string;
  today: string;
  /** Whether everybody can see the pass by now. */
  isRevealed: boolean;
}) {
  const { campaign, state } = assignment;
  const link = <PlaceLink href={`/${slug}/campaigns/${campaign.id}` as Route}>{campaign.name}</PlaceLink>;
  if (state === 'submitted')
    return isRevealed || campaign.state === 'closed' ? null : (
      <form action={takeNext} className={styles.line}>
        <Hidden workspace={slug} campaign={campaign.id} />
        <span>For the campaign {link}.</span>
        <button type="submit" className={buttonClass({ size: 'small' })}>
          Take the next article
        </button>
      </form>
    );
  const asked = (
    <>
      for the campaign {link}: all {kindsInWords(campaign.kinds)}
      {campaign.dueOn && `, by ${dayInWords(campaign.dueOn)}`}
      {isLate({ dueOn: campaign.dueOn, state }, today) && ' (that day has passed)'}.
    </>
  );
  if (state === 'begun')
    return (
      <div className={`soft small ${styles.line}`}>
        <span>You annotate this article {asked}</span>
        <GiveBack slug={slug} assignment={assignment} />
      </div>
    );
  return (
    <Notice
      title="This article is asked of you"
      action={
        <form action={startAssigned}>
          <Hidden workspace={slug} article={assignment.article.id} />
          <button type="submit" className={buttonClass({ variant: 'primary', size: 'small' })}>
            Start blind pass
          </button>
        </form>
      }
    >
      <p>
        Annotate it by yourself {asked} Until you submit you see only your own marks, and nobody else sees
        yours.
      </p>
      <GiveBack slug={slug} assignment={assignment} />
    </Notice>
  );
}

function GiveBack({ slug, assignment }: { slug: string; assignment: OwnAssignment }) {
  return (
    <details className={styles.giveBack}>
      <summary>I cannot do this one</summary>
      <form action={giveBack} className={styles.reason}>
        <Hidden workspace={slug} assignment={assignment.id} article={assignment.article.id} />
        <label>
          Why
          <input type="text" name="reason" required maxLength={500} className={controlClass} />
        </label>
        <button type="submit" className={buttonClass({ size: 'small' })}>
          Give it back
        </button>
      </form>
    </details>
  );
}

const Hidden = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
